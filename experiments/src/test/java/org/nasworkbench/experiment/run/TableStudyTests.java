package org.nasworkbench.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.experiment.study.Budget;
import org.nasworkbench.experiment.study.ProjectionSpec;
import org.nasworkbench.experiment.study.StrategySpec;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.TableSpec;
import org.nasworkbench.experiment.worker.ExecutorSpec;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.results.LedgerBalance;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyTables;
import org.nasworkbench.strategy.Objective;
import org.nasworkbench.table.TableDefinition;
import org.nasworkbench.table.TableDefinition.Direction;
import org.nasworkbench.table.TableDefinition.Genotype;
import org.nasworkbench.table.TableDefinition.Score;
import org.nasworkbench.table.TableDefinition.Seconds;
import org.nasworkbench.table.TableDefinition.Unit;
import org.nasworkbench.table.TableSource;

/** Studies on a table that is made up here: 64 architectures of three letters, two seeds, 10 to 12 s each. */
@Timeout(60)
class TableStudyTests {
    private static final OptionalDouble NONE = OptionalDouble.empty();

    @TempDir
    Path folder;

    private TableSource table() throws IOException {
        StringBuilder rows = new StringBuilder("arch,first,second,mean,seconds,late\n");
        for (int i = 0; i < 64; i++) {
            double score = 30 + i / 2.0 + (i * 37 % 11);
            rows.append("%c%c%c,%s,%s,%s,%s,%s%n"
                    .formatted(
                            'a' + i / 16,
                            'a' + i / 4 % 4,
                            'a' + i % 4,
                            score,
                            score + 1,
                            score + 0.5,
                            10 + i % 3,
                            score + 9));
        }
        return new TableSource.File(Files.writeString(folder.resolve("table.csv"), rows.toString()));
    }

    private Study study(Budget budget, boolean repeatsCharged, int workers, int seeds) throws IOException {
        TableDefinition definition = new TableDefinition(
                "letters",
                new Genotype.Text("arch"),
                new Score("mean", Unit.PERCENT, Direction.MAXIMISE, List.of("first", "second"), 1, new TreeMap<>()),
                new Seconds(Optional.of("seconds"), 0.5),
                Optional.empty(),
                List.of("late", "mean"));
        return new Study(
                "letters",
                "letters.yaml",
                "name: letters",
                new TableSpec(definition, table(), Optional.empty(), Optional.empty(), Optional.empty(), workers),
                new Objective(Objective.Form.NONE, new Latency(1), 0),
                budget,
                repeatsCharged,
                List.of(
                        new StrategySpec("random-search", "random-search", Map.of("batch", 4)),
                        new StrategySpec(
                                "evolution",
                                "regularized-evolution",
                                Map.of("population", 6, "sample", 3, "offspring", 1))),
                LongStream.rangeClosed(1, seeds).boxed().toList(),
                new ProjectionSpec(1, 70, 10, "a talk"),
                Optional.empty());
    }

    private static Budget seconds(double seconds) {
        return new Budget(OptionalInt.empty(), NONE, OptionalDouble.of(seconds), NONE);
    }

    private StudyResults run(Study study, String name, int threads) throws Exception {
        RunFolder place = new RunFolder(folder.resolve(name));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Map<RunKey, String> failures = new StudyRunner(
                        study,
                        place,
                        ExecutorSpec.processes(threads),
                        Duration.ofMinutes(1),
                        new LatencyStock(folder),
                        nowhere)
                .run();
        assertEquals(Map.of(), failures);
        return StoredStudy.read(place.store());
    }

    @Test
    void theTablesSecondsAreChargedAsSimulatedTimeAloneAndKeepToTheBudget() throws Exception {
        StudyResults results = run(study(seconds(100), false, 1, 5), "run", 2);
        assertEquals(10, results.runs().size());
        for (StudyResults.Run run : results.runs()) {
            assertEquals("done", run.status());
            assertTrue(run.simulatedSeconds() > 100 - 12.5 && run.simulatedSeconds() <= 100, run::toString);
            assertEquals(0, run.deviceSeconds());
        }
        LedgerBalance balance = LedgerBalance.of(results);
        double milliseconds = 1e3 * Math.abs(balance.totalDeviceSeconds() - balance.wallDeviceSeconds());
        assertTrue(milliseconds < 10, "the ledger and the clock are " + milliseconds + " ms apart");
    }

    @Test
    void whatIsReportedIsTheTablesWordOnTheChosenNetwork() throws Exception {
        for (StudyResults.Run run :
                run(study(seconds(100), false, 1, 5), "run", 1).runs()) {
            double late = run.finalScore().orElseThrow();
            double mean = run.finalMetrics().get("mean");
            assertEquals(0.085, late - mean, 1e-9);
            assertEquals(0.005, Math.abs(run.searchScore().orElseThrow() - mean), 1e-9);
        }
    }

    @Test
    void anyNumberOfThreadsWritesTheSameFiles() throws Exception {
        StudyTables.write(run(study(seconds(300), false, 1, 20), "one", 1), folder.resolve("one"));
        StudyTables.write(run(study(seconds(300), false, 1, 20), "four", 4), folder.resolve("four"));
        for (String file : List.of("summary.csv", "trials.csv", "finals.csv", "traces.csv")) {
            assertEquals(
                    Files.readString(folder.resolve("one").resolve(file)),
                    Files.readString(folder.resolve("four").resolve(file)));
        }
    }

    @Test
    void chargedRepeatsCostAndDrawAgain() throws Exception {
        StudyResults free = run(study(seconds(2000), false, 1, 3), "free", 1);
        StudyResults charged = run(study(seconds(2000), true, 1, 3), "charged", 1);
        assertTrue(free.trials().stream().anyMatch(StudyResults.TrialRow::cached));
        assertTrue(charged.trials().stream().noneMatch(StudyResults.TrialRow::cached));
        assertTrue(charged.trials().stream().allMatch(trial -> trial.simulatedSeconds() > 0));
        Map<String, List<Double>> scores = new TreeMap<>();
        charged.trials().forEach(trial -> scores.computeIfAbsent(
                        trial.strategy() + trial.seed() + trial.genotype(), key -> new ArrayList<>())
                .add(trial.score().orElseThrow()));
        assertTrue(scores.values().stream()
                .anyMatch(list -> list.stream().distinct().count() == 2));
    }

    @Test
    void severalSimulatedDevicesFinishInTheOrderOfTheirEnds() throws Exception {
        StudyResults results = run(study(seconds(200), false, 3, 1), "run", 1);
        List<StudyResults.TrialRow> random = results.trials().stream()
                .filter(trial -> trial.strategy().equals("random-search"))
                .toList();
        double sum = random.stream()
                .mapToDouble(StudyResults.TrialRow::simulatedSeconds)
                .sum();
        double end = random.stream()
                .mapToDouble(StudyResults.TrialRow::simulatedEndSeconds)
                .max()
                .orElseThrow();
        assertTrue(end < sum && end >= sum / 3, end + " of " + sum);
    }

    @Test
    void anInterruptedStudyGoesOnToTheSameEnd() throws Exception {
        Study study = study(seconds(300), false, 1, 4);
        StudyResults whole = run(study, "whole", 1);
        RunFolder part = new RunFolder(folder.resolve("part"));
        run(study, "part", 1);
        try (java.sql.Connection database = java.sql.DriverManager.getConnection("jdbc:sqlite:" + part.store());
                java.sql.Statement statement = database.createStatement()) {
            statement.execute("DELETE FROM outcome WHERE seed > 2");
            statement.execute("DELETE FROM final WHERE seed > 2");
            statement.execute("DELETE FROM final_metric WHERE seed > 2");
            statement.execute("DELETE FROM trial WHERE seed = 4 OR seed = 3 AND number > 7");
        }
        StudyResults resumed = run(study, "part", 2);
        assertEquals(costless(whole), costless(resumed));
    }

    private static String costless(StudyResults results) {
        return results.trials().toString()
                + results.runs().stream()
                        .map(run -> run.chosen() + run.finalScore() + run.simulatedSeconds())
                        .collect(Collectors.joining(" "));
    }
}

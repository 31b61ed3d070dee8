package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nasworkbench.experiment.cli.Ended.nas;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasworkbench.experiment.run.Fork;
import org.nasworkbench.experiment.run.LatencyStock;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.experiment.run.StudyRunner;
import org.nasworkbench.experiment.study.InvalidStudyException;
import org.nasworkbench.experiment.study.StudyReader;
import org.nasworkbench.experiment.worker.ExecutorSpec;
import org.nasworkbench.results.FactCsv;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.TrialRow;
import org.nasworkbench.results.StudyTables;

/** Runs that go on from a trial of other runs. */
@Timeout(240)
class ForkTests {
    private static final String EVOLUTION = LettersStudy.ALL_TYPES.get(1);

    @TempDir
    private Path folder;

    /** Without figures and report, which take longer than the run. */
    private StudyResults run(Path study, String out, Optional<Fork> fork, String... changes) {
        RunFolder place = new RunFolder(folder.resolve(out));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try {
            Map<RunKey, String> failures = new StudyRunner(
                            StudyReader.read(study, List.of(changes)),
                            place,
                            ExecutorSpec.processes(1),
                            Duration.ofMinutes(1),
                            new LatencyStock(folder),
                            nowhere)
                    .run(fork);
            assertEquals(Map.of(), failures);
            StudyResults results = StoredStudy.read(place.store());
            StudyTables.write(results, place.root());
            return results;
        } catch (IOException | InterruptedException | InvalidStudyException e) {
            throw new IllegalStateException(e);
        }
    }

    private StudyResults run(Path study, String out, String... changes) {
        return run(study, out, Optional.empty(), changes);
    }

    private StudyResults fork(Path study, String out, int at, String... changes) {
        return run(study, out, Optional.of(new Fork(new RunFolder(folder.resolve("run")), at)), changes);
    }

    /** A table without what something cost. */
    private List<Map<String, String>> costless(String out, String table) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (FactCsv.Row row :
                FactCsv.read(folder.resolve(out).resolve(table + ".csv")).rows()) {
            Map<String, String> cells = new LinkedHashMap<>(row.cells());
            cells.keySet()
                    .removeIf(column -> column.endsWith("device_s")
                            || column.startsWith("projected_")
                            || column.equals("test_opened_epoch_ms")
                            || column.equals("taken_over"));
            rows.add(cells);
        }
        return rows;
    }

    private static List<TrialRow> of(StudyResults results, String strategy, long seed) {
        return results.trials().stream()
                .filter(trial -> trial.strategy().equals(strategy) && trial.seed() == seed)
                .toList();
    }

    private static String what(TrialRow trial) {
        return trial.number() + trial.genotype() + trial.score() + trial.value() + trial.latencyMillis();
    }

    @ParameterizedTest
    @CsvSource({"false, 7", "true, 7", "true, 0"})
    void aForkWithNoChangeIsTheSameToTheLastBitForEveryType(boolean repeatsCharged, int at) throws IOException {
        Path study = LettersStudy.write(folder, repeatsCharged, LettersStudy.ALL_TYPES);
        run(study, "run");
        StudyResults fork = fork(study, "fork", at);
        for (String table : List.of("trials", "summary", "finals", "traces")) {
            assertEquals(costless("run", table), costless("fork", table), table);
        }
        for (TrialRow trial : fork.trials()) {
            boolean taken = trial.number() < at;
            assertTrue(!taken || trial.simulatedSeconds() == 0 && trial.creditSeconds() > 0, trial::toString);
            assertTrue(taken || trial.cached() || trial.simulatedSeconds() > 0, trial::toString);
        }
    }

    @Test
    void whatWasTakenOverIsCreditAndSaidToBe() throws Exception {
        Path study = LettersStudy.write(folder, true, List.of(EVOLUTION));
        StudyResults original = run(study, "run");
        String from = folder.resolve("run").toString();
        String out = folder.resolve("fork").toString();
        Ended ended = nas("run", study.toString(), "--fork", from, "--at", "10", "--out", out, "--workers", "1");
        assertEquals(0, ended.code(), ended::err);
        assertTrue(ended.out().contains("forked from run, at trial 10: "), ended::out);
        StudyResults fork = StoredStudy.read(folder.resolve("fork/study.db"));
        for (StudyResults.Run run : fork.runs()) {
            StudyResults.Run whole = original.runs().stream()
                    .filter(other -> other.key().equals(run.key()))
                    .findFirst()
                    .orElseThrow();
            int taken = Math.min(10, run.evaluations());
            assertEquals(whole.simulatedSeconds(), run.simulatedSeconds() + run.creditSeconds(), 1e-9);
            assertEquals(whole.trainings() - taken, run.trainings(), 1e-9);
        }
        String says = "run, at trial 10: ";
        assertTrue(Files.readString(folder.resolve("fork/report.html")).contains(says));
        assertTrue(Files.readString(folder.resolve("fork/manifest.json")).contains("\"forked-at\" : 10"));
        assertTrue(Files.readString(folder.resolve("fork/summary.csv"))
                .lines()
                .findFirst()
                .orElseThrow()
                .endsWith("taken_over"));
        assertEquals(0, nas("verify", folder.resolve("fork").toString()).code());
        List<String> made = new Record(folder.resolve("fork")).rows("SELECT * FROM trial");
        run(study, "fork");
        assertEquals(made, new Record(folder.resolve("fork")).rows("SELECT * FROM trial"));
    }

    @Test
    void anotherObjectiveHoldsFromTheForkOn() throws IOException {
        Path study = LettersStudy.write(folder, false, List.of(EVOLUTION));
        StudyResults original = run(study, "run");
        String[] change = {"objective.target-ms=1.2", "objective.w=-1"};
        List<TrialRow> before = of(original, "regularized-evolution", 1);
        List<TrialRow> after = of(fork(study, "fork", 12, change), "regularized-evolution", 1);
        for (TrialRow trial : after) {
            double latency = trial.latencyMillis().orElseThrow();
            double score = trial.score().orElseThrow();
            if (trial.number() < 12) {
                assertEquals(what(before.get(trial.number())), what(trial));
            } else {
                assertEquals(score * 1.2 / latency, trial.value().orElseThrow(), 1e-12);
            }
        }
        assertNotEquals(
                before.stream().map(TrialRow::genotype).toList(),
                after.stream().map(TrialRow::genotype).toList());
    }

    @Test
    void anotherBudgetGoesOnAsOneRunWouldHave() throws IOException {
        Path study = LettersStudy.write(folder, false, List.of(EVOLUTION));
        int trials = of(run(study, "run"), "regularized-evolution", 1).size();
        String[] change = {"budget.trials=40"};
        StudyResults longer = run(study, "longer", change);
        StudyResults fork = fork(study, "fork", trials, change);
        for (String strategy : List.of("regularized-evolution", "random-search")) {
            assertEquals(
                    of(longer, strategy, 2).stream().map(ForkTests::what).toList(),
                    of(fork, strategy, 2).stream().map(ForkTests::what).toList());
        }
        assertTrue(of(fork, "regularized-evolution", 2).size() > trials);
    }

    @Test
    void anotherSeedDrawsFromTheForkOn() throws IOException {
        Path study = LettersStudy.write(folder, true, List.of(EVOLUTION));
        StudyResults original = run(study, "run");
        String[] change = {"seeds=[11, 12]"};
        StudyResults fork = fork(study, "fork", 8, change);
        StudyResults afresh = run(study, "afresh", change);
        StudyResults atOnce = fork(study, "at-once", 0, change);
        for (String strategy : List.of("regularized-evolution", "random-search")) {
            List<String> ours =
                    of(fork, strategy, 12).stream().map(ForkTests::what).toList();
            List<String> old =
                    of(original, strategy, 2).stream().map(ForkTests::what).toList();
            assertEquals(old.subList(0, 8), ours.subList(0, 8));
            assertNotEquals(old, ours);
            assertEquals(
                    of(afresh, strategy, 12).stream().map(ForkTests::what).toList(),
                    of(atOnce, strategy, 12).stream().map(ForkTests::what).toList());
        }
        assertEquals(
                of(afresh, "random-search", 12).get(0).genotype(),
                of(fork, "random-search", 12).get(8).genotype(),
                "the new seed's draws begin with the first new trial");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "strategies.0.population=8|regularized-evolution' has other settings",
                "space={name: nb201}|",
                "cost.plus=1|but not table: its scores, costs and latencies are others",
                "repeats=charged|but not repeats",
                "seeds=[5]|but not the number of seeds",
                "strategies=[{type: local-search}]|'local-search' is not in the run that is forked"
            })
    void whatCannotBeForkedIsRefusedWithTheReason(String changeAndReason) throws IOException {
        String change = changeAndReason.substring(0, changeAndReason.indexOf('|'));
        String reason = changeAndReason.substring(changeAndReason.indexOf('|') + 1);
        Path study = LettersStudy.write(folder, false, List.of(EVOLUTION));
        run(study, "run");
        assertRefused(reason, study, "3", "--set", change);
    }

    @Test
    void aForkNeedsARunAndATrialOfIt() throws IOException {
        Path study = LettersStudy.write(folder, false, List.of(EVOLUTION));
        run(study, "run");
        assertRefused("--at must be a trial of the run, or the one after its last", study, "1000");
        assertRefused("--at must be 0 or more", study, "-1");
        Ended alone =
                nas("run", study.toString(), "--fork", folder.resolve("run").toString());
        assertEquals(2, alone.code());
        fork(study, "fork", 3);
        Ended other = nas(
                "run",
                study.toString(),
                "--fork",
                folder.resolve("run").toString(),
                "--at",
                "4",
                "--out",
                folder.resolve("fork").toString());
        assertEquals(2, other.code());
        assertTrue(other.err().contains("was forked from run at trial 3"), other::err);
    }

    private void assertRefused(String reason, Path study, String at, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                study.toString(),
                "--out",
                folder.resolve("refused").toString(),
                "--fork",
                folder.resolve("run").toString(),
                "--at",
                at));
        arguments.addAll(List.of(more));
        Ended ended = nas(arguments.toArray(String[]::new));
        assertEquals(2, ended.code(), ended::err);
        assertTrue(ended.err().contains(reason), ended::err);
    }

    @Test
    void aForkOfATrainedStudyTrainsOnlyWhatIsNew() throws Exception {
        TinyStudy tiny = TinyStudy.in(folder, 4, "type: regularized-evolution, population: 2, sample: 2");
        assertEquals(0, nas(tiny.run(folder.resolve("run"))).code());
        Ended forked = nas(
                tiny.run(folder.resolve("fork"), "--fork", folder.resolve("run").toString(), "--at", "3"));
        assertEquals(0, forked.code(), forked::err);
        for (String table : List.of("trials", "summary", "finals")) {
            List<Map<String, String>> original = costless("run", table);
            List<Map<String, String>> fork = costless("fork", table);
            assertEquals(original, fork, table);
        }
        Record record = new Record(folder.resolve("fork"));
        assertEquals(0, record.count("SELECT count(*) FROM trial WHERE number < 3 AND device_s > 0"));
        assertEquals(0, record.count("SELECT count(*) FROM final WHERE device_s > 0"));
        int trained = record.count("SELECT count(*) FROM trial WHERE number >= 3 AND cached = 0");
        assertEquals(
                trained,
                record.count("SELECT count(*) FROM charge WHERE category = 'search-training' AND device_s > 0"));
    }
}

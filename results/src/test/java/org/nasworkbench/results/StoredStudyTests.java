package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredStudyTests {
    @TempDir
    Path folder;

    private StudyResults small() throws SQLException, IOException {
        RecordedStudy.small(folder.resolve("study.db"));
        return StoredStudy.read(folder.resolve("study.db"));
    }

    @Test
    void runsComeInTheStudysOrder() throws Exception {
        assertEquals(
                List.of("supernet 1", "evolution 2", "evolution 1", "random 5000000000"),
                small().runs().stream()
                        .map(run -> run.strategy() + " " + run.seed())
                        .toList());
    }

    @Test
    void aRunCountsItsTrialsAndAddsUpItsCharges() throws Exception {
        StudyResults.Run run = run(small(), "evolution", 1);
        assertEquals("done", run.status());
        assertEquals("evolution-type", run.type());
        assertEquals(4, run.evaluations());
        assertEquals(3, run.distinct());
        assertEquals("a | b", run.chosen());
        assertEquals(OptionalDouble.of(0.4), run.searchScore());
        assertEquals(0.65, run.finalScore().orElseThrow(), 1e-12);
        assertEquals(OptionalDouble.of(3.5), run.latencyMillis());
        assertEquals(
                21.75,
                run.deviceSeconds(),
                1e-9,
                "training, validation and failures, without engine and final training");
        assertEquals(180, run.finalDeviceSeconds(), 1e-9);
        assertEquals(10.25, run.creditSeconds(), 1e-9);
        assertEquals(5, run.simulatedSeconds(), 1e-9);
    }

    @Test
    void someStrategiesAloneKeepWhatBelongsToTheStudy() throws Exception {
        StudyResults all = small();
        StudyResults some = all.only(List.of("evolution"));
        assertEquals(
                all.runs().stream()
                        .filter(run -> run.strategy().equals("evolution"))
                        .toList(),
                some.runs());
        assertTrue(some.trials().stream().allMatch(trial -> trial.strategy().equals("evolution")));
        assertTrue(some.charges().stream().anyMatch(charge -> charge.strategy().isEmpty()));
        assertEquals(all, all.only(List.of("supernet", "evolution", "random")));
        assertEquals(
                "a strategy of " + all.name() + " must be one of [supernet, evolution, random], but was 'evolutoin';"
                        + " did you mean 'evolution'?",
                assertThrows(IllegalArgumentException.class, () -> all.only(List.of("evolutoin")))
                        .getMessage());
    }

    @Test
    void aRunThatFailedOrIsStillGoingHasNoScores() throws Exception {
        StudyResults study = small();
        StudyResults.Run failed = run(study, "evolution", 2);
        assertEquals("failed", failed.status());
        assertEquals("", failed.chosen());
        assertEquals(OptionalDouble.empty(), failed.finalScore());
        StudyResults.Run running = run(study, "random", 5_000_000_000L);
        assertEquals("running", running.status());
        assertEquals(OptionalDouble.empty(), running.searchScore());
        assertEquals(0, running.evaluations());
    }

    @Test
    void spentTimeAddsUpAndCountsSharedWeightsFromWhenTheyWereFinished() throws Exception {
        StudyResults study = small();
        assertEquals(List.of(10.25, 20.25, 20.25, 21.75), spent(study, "evolution", 1));
        assertEquals(List.of(5.0, 50.0), spent(study, "supernet", 1));
    }

    @Test
    void trialsKnowWhetherTheyAreOnTheFrontChosenCachedOrFailed() throws Exception {
        List<StudyResults.TrialRow> trials = small().trials().stream()
                .filter(trial -> trial.strategy().equals("evolution") && trial.seed() == 1)
                .toList();
        assertEquals(
                List.of(true, true, false, false),
                trials.stream().map(StudyResults.TrialRow::inFront).toList());
        assertEquals(
                List.of(true, false, false, false),
                trials.stream().map(StudyResults.TrialRow::chosen).toList());
        assertEquals(
                List.of(false, false, true, false),
                trials.stream().map(StudyResults.TrialRow::cached).toList());
        assertEquals("DIVERGED", trials.get(3).failure());
        assertEquals(OptionalDouble.empty(), trials.get(3).value());
        assertEquals(OptionalDouble.of(0.1 + 0.2), trials.get(1).score(), "to the last bit");
    }

    @Test
    void wholeNumbersKeep64Bits() throws Exception {
        StudyResults study = small();
        assertEquals(5_000_000_000L, study.finals().get(0).testOpenedMillis());
        assertEquals(0, study.finals().get(2).testOpenedMillis());
        assertEquals(5_000_000_000L, run(study, "random", 5_000_000_000L).seed());
    }

    @Test
    void theLedgerIsSummedByRunAndCategory() throws Exception {
        StudyResults study = small();
        assertTrue(study.charges().contains(new StudyResults.Charge("evolution", 1, "search-training", 19.25)));
        assertTrue(study.charges().contains(new StudyResults.Charge("", 0, "latency-profiling", 30)));
    }

    @Test
    void ledgerAndWallClockAreHeldAgainstEachOther() throws Exception {
        LedgerBalance balance = LedgerBalance.of(small());
        assertEquals(299, balance.totalDeviceSeconds(), 1e-9);
        assertEquals(300, balance.wallDeviceSeconds(), 1e-9);
        assertEquals(1 / 300.0, balance.relativeError(), 1e-12);
    }

    @Test
    void readingLeavesNothingBeside() throws Exception {
        small();
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("study.db"),
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void aStudyThatIsBeingWrittenCanBeRead() throws Exception {
        Path file = folder.resolve("a study?.db");
        try (RecordedStudy writer = RecordedStudy.at(file)) {
            writer.run("random", 1).trial("random", 1, 0, "a", 0.5, 1);
            assertEquals(1, StoredStudy.read(file).trials().size());
            writer.trial("random", 1, 1, "b", 0.5, 1);
            assertEquals(2, StoredStudy.read(file).trials().size());
        }
    }

    @Test
    void withoutAssumptionsOfItsOwnAStudyHasTheArticles() throws Exception {
        assertEquals(ProjectedCost.ARTICLE, small().projection());
    }

    @Test
    void assumptionsAreRead() throws Exception {
        Path file = folder.resolve("study.db");
        try (RecordedStudy study = RecordedStudy.at(file)) {
            study.fact("projection_gpu_days_per_training", "0.5")
                    .fact("projection_dollars_per_gpu_day", "48")
                    .fact("projection_supernet_trainings", "12")
                    .fact("projection_source", "a price list")
                    .withoutFact("target_ms");
        }
        StudyResults read = StoredStudy.read(file);
        assertEquals(new Projection(0.5, 48, 12, "a price list"), read.projection());
        assertEquals(Double.POSITIVE_INFINITY, read.targetMillis());
    }

    @Test
    void aPriceMayHaveABand() throws Exception {
        Path file = folder.resolve("study.db");
        try (RecordedStudy study = RecordedStudy.at(file)) {
            study.fact("projection_gpu_days_per_training", "0.5")
                    .fact("projection_dollars_per_gpu_day", "48")
                    .fact("projection_dollars_per_gpu_day_low", "24")
                    .fact("projection_dollars_per_gpu_day_high", "96")
                    .fact("projection_supernet_trainings", "12")
                    .fact("projection_source", "a price list");
        }
        assertEquals(
                new Projection(0.5, 48, 24, 96, 12, "a price list"),
                StoredStudy.read(file).projection());
        assertThrows(IllegalArgumentException.class, () -> new Projection(1, 48, 50, 96, 12, "x"));
    }

    @Test
    void whatIsNotThereIsSaidNotToBe() {
        for (Path file : List.of(folder, folder.resolve("missing.db"))) {
            String message = assertThrows(IllegalArgumentException.class, () -> StoredStudy.read(file))
                    .getMessage();
            assertTrue(message.contains("must") && message.contains(file.toString()), message);
        }
        assertFalse(Files.exists(folder.resolve("missing.db")));
    }

    @Test
    void wrongFactsAreNamedWithRuleValueAndPlace() throws Exception {
        assertEquals("be a number, but was 'soon'", complaint("target_ms", "soon"));
        assertEquals("be above 0 and finite, but was -3", complaint("target_ms", "-3"));
        assertEquals("be there, but was missing", complaint("name", null));
    }

    private String complaint(String name, String value) throws Exception {
        Path file = folder.resolve("wrong-" + name + value + ".db");
        try (RecordedStudy study = RecordedStudy.at(file)) {
            if (value == null) {
                study.withoutFact(name);
            } else {
                study.fact(name, value);
            }
        }
        String message = assertThrows(IllegalArgumentException.class, () -> StoredStudy.read(file))
                .getMessage();
        String start = "a study's fact '" + name + "' must ";
        String end = " (" + file + ", table study)";
        assertTrue(message.startsWith(start) && message.endsWith(end), message);
        return message.substring(start.length(), message.length() - end.length());
    }

    private static StudyResults.Run run(StudyResults study, String strategy, long seed) {
        return study.runs().stream()
                .filter(run -> run.strategy().equals(strategy) && run.seed() == seed)
                .findFirst()
                .orElseThrow();
    }

    private static List<Double> spent(StudyResults study, String strategy, long seed) {
        return study.trials().stream()
                .filter(trial -> trial.strategy().equals(strategy) && trial.seed() == seed)
                .map(StudyResults.TrialRow::spentDeviceSeconds)
                .toList();
    }
}

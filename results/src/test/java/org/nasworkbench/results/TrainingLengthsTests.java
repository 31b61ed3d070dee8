package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingLengthsTests {
    @TempDir
    Path folder;

    /** A search with trainings of both lengths, whose best score is of a short one, and one that ended before any full training. */
    private StudyResults stored() throws Exception {
        Path file = folder.resolve("study.db");
        try (RecordedStudy study = RecordedStudy.at(file)) {
            study.fact("full_epochs", "4")
                    .run("evolution", 1)
                    .trial("evolution", 1, 0, "a", 1, 0.9, 2)
                    .trial("evolution", 1, 1, "b", 1, 0.8, 2)
                    .trial("evolution", 1, 2, "a", 4, 0.5, 8)
                    .outcome("evolution", 1, 2, 0.5, "0 2")
                    .run("supernet", 1)
                    .trial("supernet", 1, 0, "c", 1, 0.7, 2)
                    .outcome("supernet", 1, 0, 0.7, "0")
                    .finalTraining("supernet", 1, 1, 0.6)
                    .run("random", 1);
        }
        return StoredStudy.read(file);
    }

    @Test
    void scoresOfShorterTrainingsAreInNoCurveNoFrontAndNoTable() throws Exception {
        StudyResults study = stored();
        assertEquals(4, study.fullEpochs());
        assertEquals(
                List.of(OptionalDouble.of(0.5)),
                study.fullTrials().stream().map(StudyResults.TrialRow::score).toList());
        assertEquals(
                new Incumbent(List.of(new Incumbent.Step(12, 0.5)), 12),
                Incumbent.byRun(study, Incumbent.Axis.DEVICE_SECONDS).get(new RunKey("evolution", 1)));
        assertEquals(
                List.of(2),
                study.trials().stream()
                        .filter(StudyResults.TrialRow::inFront)
                        .map(StudyResults.TrialRow::number)
                        .toList());
        StudyResults.Run supernet = study.runs().get(0);
        assertEquals(OptionalDouble.empty(), supernet.searchScore());
        assertEquals("c", supernet.chosen());
        assertEquals(OptionalDouble.of(0.6), supernet.finalScore());
        ParetoFront.Point only = new ParetoFront.Point(0.5, 3.5);
        StudyFronts fronts = StudyFronts.of(study).orElseThrow();
        assertEquals(only, fronts.reference());
        assertEquals(
                List.of(only), fronts.byStrategy().get("evolution").median().points());
        assertFalse(fronts.byStrategy().containsKey("supernet"));
    }

    @Test
    void costsCountAll() throws Exception {
        StudyResults.Run evolution = stored().runs().get(1);
        assertEquals(1.5, evolution.trainings());
        assertEquals(7.5, evolution.simulatedSeconds());
    }

    @Test
    void aRunWithoutAFullTrainingIsNamedAndOneThatHasNotBegunIsNot() throws Exception {
        StudyResults study = stored();
        assertEquals(new TrainingLengths(4, 3, List.of(new RunKey("supernet", 1))), TrainingLengths.of(study));
        assertEquals(
                List.of(
                        "Scores are those of trainings of full length, 4 epochs; 3 shorter ones count in costs alone.",
                        "Without a scored training of full length: supernet seed 1."),
                TrainingLengths.of(study).sentences());
        assertTrue(ConsoleTable.of(study).contains("Without a scored training of full length: supernet seed 1."));
    }

    @Test
    void whereTheRecordDoesNotSayTheLongestTrainingIsFull() {
        MadeStudy made = MadeStudy.of("a", 1, 0.1).shorter("b", 1, 3, 0.9);
        assertEquals(MadeStudy.FULL, made.results().fullEpochs());
        StudyResults shortOnly = MadeStudy.of("b", 1).shorter("b", 1, 3, 0.9).results();
        assertEquals(3, shortOnly.fullEpochs());
        assertEquals(
                List.of(),
                TrainingLengths.of(MadeStudy.of("a", 1, 0.1).results()).sentences());
    }

    @Test
    void manySeedsAreSaidByTheirNumber() {
        MadeStudy made = MadeStudy.of("whole", 1, 0.5);
        for (int seed = 1; seed <= 6; seed++) {
            made = made.shorter("many", seed, 1, 0.9).shorter("few", seed % 2, 1, 0.9);
        }
        assertEquals(
                "Without a scored training of full length: many, 6 runs; few seeds 1, 0.",
                TrainingLengths.of(made.results()).sentences().get(1));
    }

    @Test
    void theStatedLengthIsANumber() throws Exception {
        Path file = folder.resolve("study.db");
        try (RecordedStudy study = RecordedStudy.at(file)) {
            study.fact("full_epochs", "many");
        }
        assertThrows(IllegalArgumentException.class, () -> StoredStudy.read(file));
    }
}

package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinalStartsTests {
    private static final String SENTENCE =
            "Final trainings of supernet started from the supernet's weights, all others from"
                    + " scratch: final scores differ by that too.";

    @TempDir
    Path folder;

    private RecordedStudy begun() throws Exception {
        return RecordedStudy.at(folder.resolve("study.db"))
                .run("supernet", 1)
                .run("evolution", 1)
                .finalTraining("evolution", 1, 1, 0.6);
    }

    private StudyResults stored() {
        return StoredStudy.read(folder.resolve("study.db"));
    }

    @Test
    void inheritedTrainingsAreMarkedAndSaid() throws Exception {
        try (RecordedStudy study = begun()) {
            study.inheritedTraining("supernet", 1, 1, 0.7).finalTraining("supernet", 1, 2, 0.5);
        }
        StudyResults study = stored();
        assertEquals(
                List.of("evolution 1 false", "supernet 1 true", "supernet 2 false"),
                study.finals().stream()
                        .map(end -> end.strategy() + " " + end.finalSeed() + " " + end.inherited())
                        .toList());
        assertEquals(List.of(SENTENCE), FinalStarts.of(study).sentences());
        assertTrue(ConsoleTable.of(study).replaceAll("\\s+", " ").contains(SENTENCE));
        Verdicts verdicts = Verdicts.first(study).orElseThrow();
        assertEquals("final score", verdicts.measure());
        assertEquals(SENTENCE, verdicts.note());
    }

    @Test
    void nothingIsSaidWhereAllStartFromScratch() throws Exception {
        begun().close();
        assertEquals(List.of(), FinalStarts.of(stored()).sentences());
        assertEquals("", Verdicts.first(stored()).map(Verdicts::note).orElse(""));
    }
}

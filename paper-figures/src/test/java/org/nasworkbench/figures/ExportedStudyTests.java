package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.results.ExportedStudy;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyTables;

/** A study's tables and facts give its figures, where the record is not at hand. */
class ExportedStudyTests {
    @TempDir
    Path folder;

    @Test
    void tablesGiveTheSameFiguresAsTheRecord() throws IOException {
        StudyResults study = SyntheticStudy.usual();
        StudyResults read = read(study);
        Figure figure = new QualityLatency();
        assertTrue(SvgDrawing.element(figure.of(study)).equals(SvgDrawing.element(figure.of(read))), "other bytes");
        for (Figure other : List.of(new BestSoFar(), new CostByCategory())) {
            assertEquals(FiguresTests.text(other, study), FiguresTests.text(other, read));
            assertEquals(other.caption(study), other.caption(read));
        }
    }

    @Test
    void rankingsByEpochAndTracesAreReadToo() throws IOException {
        StudyResults study = LearnedLogits.in(SupernetFidelityTests.judged(), 3, 6);
        StudyResults read = read(study);
        assertEquals(Set.copyOf(study.fidelity()), Set.copyOf(read.fidelity()));
        assertEquals(Set.copyOf(study.traces()), Set.copyOf(read.traces()));
        assertEquals(study.finals().size(), read.finals().size());
        assertEquals(study.finals().get(0).metrics(), read.finals().get(0).metrics());
    }

    @Test
    void aTableThatIsNotThereIsEmptyAndItsFiguresAreNotDrawn() throws IOException {
        StudyTables.write(SyntheticStudy.table(), folder);
        Files.delete(folder.resolve("trials.csv"));
        Files.delete(folder.resolve("ledger.csv"));
        StudyResults read = ExportedStudy.read(folder, Map.of("name", "cells"));
        assertTrue(read.trials().isEmpty());
        assertEquals(
                List.of("search-cost"),
                Figures.of(read).stream().map(Figure::name).toList());
    }

    @Test
    void aFolderWithoutASummaryIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ExportedStudy.read(folder, Map.of("name", "none")));
    }

    private StudyResults read(StudyResults study) throws IOException {
        StudyTables.write(study, folder);
        Map<String, String> facts = new HashMap<>(study.facts());
        facts.put("name", study.name());
        facts.put("target_ms", Double.toString(study.targetMillis()));
        facts.put("strategy_order", String.join("\n", SyntheticStudy.STRATEGIES));
        return ExportedStudy.read(folder, facts);
    }
}

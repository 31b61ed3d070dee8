package org.nasworkbench.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.CellSpace;
import org.nasworkbench.table.TableDefinition.Bounds;
import org.nasworkbench.table.TableDefinition.Unit;

/**
 * The shipped numbers against the table that they were taken from, where the user has it: a folder with {@code
 * nb201_accuracy_cost.csv.gz}, named by {@code -DNAS_REFERENCE_DATA=...} or a variable of the environment of that name.
 */
class ReferenceTableTests {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("c10_val_e12", "c10_val_e12"),
            Map.entry("c10_test_e12", "c10_test_e12"),
            Map.entry("c100_val_e12", "c100_val_e12"),
            Map.entry("c100_test_e12", "c100_test_e12"),
            Map.entry("in16_val_e12", "in16_val_e12"),
            Map.entry("in16_test_e12", "in16_test_e12"),
            Map.entry("c10_val_e200", "c10_val_e200_mean"),
            Map.entry("c100_val_e200", "c100_val_e200_mean"),
            Map.entry("in16_val_e200", "in16_val_e200_mean"),
            Map.entry("c10_val_e200_r3", "c10_val_e200_r3"),
            Map.entry("in16_val_e200_r1", "in16_val_e200_r1"),
            Map.entry("train_s_e200", "train_s_e200_c10valid"),
            Map.entry("train_s_measured", "train_s_measured"));

    private TableSource reference;

    @BeforeEach
    void find() {
        String folder =
                System.getProperty("NAS_REFERENCE_DATA", System.getenv().getOrDefault("NAS_REFERENCE_DATA", ""));
        Path file = Path.of(folder, "nb201_accuracy_cost.csv.gz");
        assumeTrue(
                Files.isRegularFile(file),
                file
                        + " is not there; give -DNAS_REFERENCE_DATA=FOLDER, or the variable of that name, to run this test");
        reference = new TableSource.File(file);
    }

    private static RawTable read(TableSource source, Iterable<String> columns) {
        Map<String, Bounds> numbers = new HashMap<>();
        columns.forEach(column -> numbers.put(column, Bounds.of(Unit.RANGE)));
        return TableReader.read(source, List.of("ops"), numbers);
    }

    @Test
    void theShippedNumbersAreThoseOfTheReference() {
        RawTable shipped = read(KnownTables.source("nb201"), NAMES.keySet());
        RawTable theirs = read(reference, NAMES.values());
        assertEquals(theirs.words(), shipped.words());
        NAMES.forEach((ours, other) -> {
            double[] expected = theirs.numbers().get(other);
            double[] actual = shipped.numbers().get(ours);
            for (int row = 0; row < expected.length; row++) {
                // Percentages were rounded to three places, seconds to six digits.
                double tolerance = ours.startsWith("train") ? 0.0051 : 0.00051;
                assertEquals(expected[row], actual[row], tolerance, ours + " in row " + row);
            }
        });
    }

    /** Its classes were computed by others, from the benchmark's own code. */
    @Test
    void cellsAreMergedExactlyAsInTheReference() {
        CellSpace space = CellSpace.nasBench201();
        RawTable theirs = read(reference, List.of("iso_class"));
        Map<Architecture, Double> classes = new HashMap<>();
        for (int row = 0; row < theirs.rows(); row++) {
            Architecture cell =
                    space.canonical(space.parse(theirs.words().get("ops").get(row)));
            double theirClass = theirs.numbers().get("iso_class")[row];
            assertEquals(theirClass, classes.computeIfAbsent(cell, first -> theirClass), "row " + row);
        }
        assertEquals(6466, classes.size());
        assertEquals(6466, new HashSet<>(classes.values()).size(), "no two classes of ours are one of theirs");
    }

    @Test
    void theReferenceServesAsFurtherColumns() {
        TableDefinition definition = new TableDefinition(
                "nb201",
                KnownTables.genotype("nb201"),
                TableDefinition.Score.percent("c10_val_e12"),
                new TableDefinition.Seconds(Optional.of("train_s_e12"), 3.75),
                Optional.empty(),
                List.of("c10_test_e200", "c100_test_e200", "in16_test_e200"));
        ColumnTable table = Tables.load(definition, KnownTables.source("nb201"), Optional.of(reference));
        Map<String, Double> best = new HashMap<>();
        CellSpace.nasBench201().all().forEach(cell -> table.report(cell)
                .forEach((name, value) -> best.merge(name, value, Math::max)));
        // arXiv 2001.00326: 94.37, 73.51 and 47.31.
        assertEquals(94.37, 100 * best.get("c10_test_e200"), 0.005);
        assertEquals(73.51, 100 * best.get("c100_test_e200"), 0.005);
        assertEquals(47.31, 100 * best.get("in16_test_e200"), 0.005);
        assertTrue(table.meanSeconds() > 100, "seconds are the shipped ones");
    }
}

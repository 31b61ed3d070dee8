package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrelationTableTests {
    @Test
    void theFileHasARowAColumnInTheirOrderWithBothCoefficientsAndTheirIntervals(@TempDir Path folder) throws Exception {
        new CorrelationTable(
                        "Tasks",
                        "segmentation, \"mIoU\"",
                        List.of(
                                new CorrelationTable.Row("objects", 4096, 0.5, 0.45, 0.55, 0.7, 0.65, 0.75),
                                new CorrelationTable.Row("a, b", 12, -0.25, -0.5, 0, -0.4, -0.75, 0.125)))
                .write(folder);
        assertEquals("""
            column,target,n,kendall_tau,kendall_tau_low,kendall_tau_high,spearman_rho,spearman_rho_low,spearman_rho_high
            objects,"segmentation, ""mIoU\""",4096,0.5,0.45,0.55,0.7,0.65,0.75
            "a, b","segmentation, ""mIoU\""",12,-0.25,-0.5,0.0,-0.4,-0.75,0.125
            """, Files.readString(folder.resolve("correlations.csv")));
    }

    @Test
    void whatIsWrittenIsReadAgain(@TempDir Path folder) throws Exception {
        CorrelationTable table = new CorrelationTable(
                "Rank correlation with \"a\", b",
                "\"a\", b",
                List.of(new CorrelationTable.Row("c, d", 4096, 0.5, 0.45, 0.55, 0.7, 0.65, 0.75)));
        table.write(folder);
        FactCsv read = FactCsv.read(folder.resolve("correlations.csv"));
        assertTrue(CorrelationTable.in(read));
        assertEquals(table, CorrelationTable.of(read));
    }

    @Test
    void aCorrelationOutsideItsIntervalOrWithoutANumberIsRefused() {
        assertComplaint("0.6 in 0.4 to 0.5", 0.6, 0.4, 0.5);
        assertComplaint("1.1 in 0.9 to 1.2", 1.1, 0.9, 1.2);
        assertComplaint("NaN in 0.0 to 1.0", Double.NaN, 0, 1);
    }

    private static void assertComplaint(String about, double value, double low, double high) {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new CorrelationTable.Row("MACs", 9, 0, 0, 0, value, low, high))
                .getMessage();
        assertTrue(message.endsWith("but was " + about + " (MACs)"), message);
    }
}

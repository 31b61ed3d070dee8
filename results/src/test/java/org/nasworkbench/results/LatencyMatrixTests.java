package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyMatrixTests {
    private static final String HEADER = "found_for,timed_on,latency_per_limit,share_within_limit\n";

    @TempDir
    Path folder;

    @Test
    void pairsAreReadInAnyOrderBesideOtherColumns() throws IOException {
        LatencyMatrix matrix = LatencyMatrix.of(file(HEADER + "b,a,0.5,1\nb,b,NaN,1\na,b,1.5,0\na,a,0.9,1\n"));
        assertEquals(List.of("b", "a"), matrix.platforms());
        assertArrayEquals(new double[] {Double.NaN, 0.5}, matrix.ratios()[0]);
        assertArrayEquals(new double[] {1.5, 0.9}, matrix.ratios()[1]);
    }

    @Test
    void everyPairIsThereOnce() {
        assertComplaint("has none for a on b", "a,a,1,1\nb,a,1,1\nb,b,1,1\n");
        assertComplaint("a on a is not so", "a,a,1,1\na,a,1,1\n");
        assertComplaint("a on b is not so", "a,a,1,1\na,b,1,1\n");
        assertComplaint("must be 0 or more, but was -1.0", "a,a,-1,1\n");
        assertComplaint("but is of none", "");
    }

    @Test
    void anotherFileIsNone() throws IOException {
        assertTrue(LatencyMatrix.in(file(HEADER)));
        assertFalse(LatencyMatrix.in(file("found_for,timed_on\n")));
    }

    private void assertComplaint(String part, String rows) {
        String message = assertThrows(IllegalArgumentException.class, () -> LatencyMatrix.of(file(HEADER + rows)))
                .getMessage();
        assertTrue(message.contains(part), message);
    }

    private FactCsv file(String text) throws IOException {
        return FactCsv.read(Files.writeString(folder.resolve("matrix.csv"), text));
    }
}

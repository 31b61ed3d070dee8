package org.nasworkbench.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.latency.fitted.TermTable;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.CellNetworkSpace;
import org.nasworkbench.space.CellSpace;
import org.nasworkbench.space.Decision;
import org.nasworkbench.space.FbnetSpace;
import org.nasworkbench.space.Shape;

class TermTableFileTests {
    @TempDir
    private Path folder;

    /** Option e of edge d takes d + e / 10 ms beyond a base of 2 ms; the last one is not known. */
    private static TermTable terms() {
        double[][] terms = new double[6][5];
        for (int d = 0; d < 6; d++) {
            for (int e = 0; e < 5; e++) {
                terms[d][e] = d + e / 10.0;
            }
        }
        terms[5][4] = Double.NaN;
        return new TermTable(CellSpace.nasBench201().decisions(), 2, terms);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Path file = folder.resolve("new/terms.csv");
        TermTableFile.write(
                CellSpace.nasBench201(), Map.of("date", "today: at noon", "line", "one\ntwo"), terms(), file);
        TermTableFile.Content content = TermTableFile.read(file);
        assertEquals(Map.of("space", "nb201", "date", "today: at noon", "line", "one two"), content.facts());
        assertEquals(2, content.table().baseMillis());
        assertEquals(terms().decisions(), content.table().decisions());
        for (int d = 0; d < 6; d++) {
            assertArrayEquals(terms().terms()[d], content.table().terms()[d]);
        }
        Architecture cell = Architecture.ofDigits("123403");
        double sum = 2 + 0.1 + 1.2 + 2.3 + 3.4 + 4 + 5.3;
        assertEquals(
                sum,
                TermTableFile.latency(file, CellNetworkSpace.cifar10()).of(cell).millis(),
                1e-12);
    }

    @Test
    void wordsWithCommasAndQuotesAreRead() throws IOException {
        Path file = folder.resolve("terms.csv");
        List<Decision> decisions = List.of(new Decision("a, \"b\"", List.of("x,y", "z")));
        TermTableFile.write(
                CellSpace.nasBench201(), Map.of(), new TermTable(decisions, 1, new double[][] {{0, 1}}), file);
        assertEquals(decisions, TermTableFile.read(file).table().decisions());
    }

    @Test
    void aTableOfAnotherSpaceIsRefused() throws IOException {
        Path file = folder.resolve("terms.csv");
        TermTableFile.write(CellSpace.nasBench201(), Map.of(), terms(), file);
        String fbnet = assertThrows(
                        IllegalArgumentException.class, () -> TermTableFile.latency(file, FbnetSpace.cifar100()))
                .getMessage();
        assertTrue(fbnet.contains("must be for fbnet") && fbnet.contains("is for nb201"), fbnet);
        CellNetworkSpace larger = new CellNetworkSpace(CellSpace.nasBench201(), new Shape(3, 64, 64), 10);
        String size = assertThrows(IllegalArgumentException.class, () -> TermTableFile.latency(file, larger))
                .getMessage();
        assertTrue(size.contains("nb201 3x64x64, 10 classes"), size);
    }

    @Test
    void everyBadRowIsNamedWithItsLine() throws IOException {
        Path file = folder.resolve("terms.csv");
        Files.writeString(file, "# base-ms: 1\ndecision,option,latency_ms\na,x,fast\na,y,1\na,y,2\na,z\n");
        assertEquals(
                List.of(
                        "line 3: latency_ms must be a number, but was 'fast'",
                        "line 5: must be about another architecture than line 4, but is about 'a|y' too",
                        "line 6: must have 3 cells, but has 2"),
                assertThrows(InvalidTableException.class, () -> TermTableFile.read(file))
                        .problems());
        Files.writeString(file, "decision,option,latency_ms\na,x,1\n");
        assertTrue(assertThrows(InvalidTableException.class, () -> TermTableFile.read(file))
                .getMessage()
                .contains("'# base-ms: NUMBER'"));
    }
}

package org.nasworkbench.results;

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

class FactCsvTests {
    @TempDir
    Path folder;

    @Test
    void factsHeaderAndCellsAreRead() throws IOException {
        FactCsv read = read("# where: here: there\nname,ms\n\"a, \"\"b\"\"\",1.5\n,\n");
        assertEquals(Map.of("where", "here: there"), read.facts());
        assertEquals(List.of("name", "ms"), read.header());
        assertEquals("a, \"b\"", read.rows().get(0).text("name"));
        assertEquals(1.5, read.rows().get(0).number("ms"));
        assertEquals("", read.rows().get(1).text("ms"));
    }

    @Test
    void mistakesAreNamedWithTheirLine() throws IOException {
        assertComplaint("must be a number, but was 'x' (", ":2)", "ms\nx\n");
        assertComplaint("must be a number, but was '' (", ":3)", "a,ms\n1,2\n3,\n");
        assertComplaint("a cell for each of 2 columns, but has 1 (", ":3)", "# a: b\na,ms\n1\n");
        assertComplaint("stand between them, but was not (", ":2)", "a,ms\n1\"2,3\n");
        assertComplaint("must have a header, but", "none", "# a: b\n");
    }

    private void assertComplaint(String start, String end, String text) throws IOException {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> read(text).rows().forEach(row -> row.number("ms")))
                .getMessage();
        assertTrue(message.contains(start) && message.endsWith(end), message);
    }

    private FactCsv read(String text) throws IOException {
        return FactCsv.read(Files.writeString(folder.resolve("some.csv"), text));
    }
}

package org.nasworkbench.experiment.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What our documents quote of the reference runs is what these came to. */
class QuotedTablesTests {
    private static final Path ROOT = Path.of(System.getProperty("basedir", "."), "..");

    @Test
    void everyMarkedTableOfOurDocumentsHolds() throws IOException {
        List<Mismatch> mismatches = new ArrayList<>();
        List<String> checked = new ArrayList<>();
        for (Path document : documents()) {
            Verification verification = QuotedTables.of(document, source -> true);
            mismatches.addAll(verification.mismatches());
            checked.addAll(verification.checked());
        }
        assertEquals(List.of(), mismatches);
        assertTrue(checked.toString().contains("README.md: 88 numbers in 3 tables"), checked::toString);
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        return documents;
    }

    @ParameterizedTest
    @CsvSource({
        "0.247 ± 0.003, 0.2474, true",
        "0.247 ± 0.003, 0.2476, false",
        "1:32, 92.4, true",
        "1:32, 92.6, false",
        "1:02:03, 3723, true",
        "'12,345', 12345.4, true",
        "-0.02 (-0.26 to 0.22), -0.024, true",
        "93.70 ± 0.36*, 93.71, false"
    })
    void aNumberIsComparedAsItIsPrinted(String cell, double number, boolean same) {
        assertEquals(same, PrintedNumber.in(cell).get(0).is(number));
    }
}

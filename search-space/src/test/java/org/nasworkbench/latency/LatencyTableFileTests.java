package org.nasworkbench.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nasworkbench.latency.LatencyTables.SPACE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;

class LatencyTableFileTests {
    private static final Path REFERENCES = Path.of(System.getProperty("basedir", "."), "..", "results", "reference");

    @TempDir
    static Path folder;

    private static LatencyTable table;
    private static Path file;

    @BeforeAll
    static void write() throws IOException {
        table = LatencyTables.build(SPACE, new FakePlatform());
        file = folder.resolve("deep/table.csv");
        LatencyTableFile.write(table, file);
    }

    @Test
    void aFileHoldsTheWholeTable() throws IOException {
        assertEquals(table, LatencyTableFile.read(file));
        LatencyTable more = new LatencyTable(
                table.facts(),
                table.entries(),
                new LatencyLine(1, 1, Map.of("k3", 1.25)),
                table.check(),
                Map.of("band", table.check(), "band-ceiling", table.check()));
        Path other = folder.resolve("more.csv");
        LatencyTableFile.write(more, other);
        assertEquals(more, LatencyTableFile.read(other));
    }

    @Test
    void tablesOfReferenceRunsAreRead() throws IOException {
        try (Stream<Path> runs = Files.list(REFERENCES)) {
            List<Path> tables = runs.map(run -> run.resolve("latency.csv"))
                    .filter(Files::exists)
                    .toList();
            assertTrue(tables.size() >= 2);
            for (Path stored : tables) {
                LatencyTable read = LatencyTableFile.read(stored);
                assertTrue(read.entries().size() > 50);
                assertEquals(List.of(), LatencyLimits.STANDARD.failures(read));
            }
        }
    }

    /** Tables that were measured must not be refused for a change in how a space is written down in Java. */
    @Test
    void aReferenceTableIsForTheSpaceOfTodayToo() throws IOException {
        LatencyTable read = LatencyTableFile.read(REFERENCES.resolve("latency/squeezenas-small_180x240_djl.csv"));
        ChainSpace space = SearchSpaces.chain("squeezenas-small", 1, 4, 11, new Shape(3, 180, 240));
        assertEquals(LatencyBuild.fingerprint(space), read.facts().get("space"));
    }

    @Test
    void anAlteredDigitIsNamed() {
        String text = text();
        int row = text.indexOf("k5_e6,0.") + "k5_e6,0.".length();
        int line = (int) text.substring(0, row).lines().count();
        char digit = text.charAt(row) == '9' ? '8' : '9';
        String message = refusal(text.substring(0, row) + digit + text.substring(row + 1));
        assertTrue(message.contains("a row must be as it was measured") && message.endsWith(":" + line + ")"), message);
    }

    @Test
    void alteredFactsAndMissingRowsAreSeen() {
        assertRefuses(text().replaceFirst("# check-networks: 20", "# check-networks: 21"), "its facts were altered");
        String text = text();
        assertRefuses(text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1), "rows left out");
        assertRefuses(text.replaceFirst("# sha256: .*\n", ""), "must be as it was written");
        assertRefuses(text.replaceFirst("# format: 2\n", ""), "the columns of a latency table must be");
        assertRefuses(text.replaceFirst("# format: 2", "# format: 3"), "must be of format 2 or without a format");
    }

    @Test
    void anotherUnitIsRefused() throws IOException {
        assertRefuses(
                text().replace("latency_ms", "latency_s"),
                "times must be in milliseconds, latency_ms, but was 'latency_s'");
        LatencyTable seconds = scaled(1e-3);
        String message = assertThrows(IllegalArgumentException.class, () -> SpaceMatch.of(SPACE, seconds, "t.csv"))
                .getMessage();
        assertTrue(message.contains("are they seconds?"), message);
        String micros = assertThrows(IllegalArgumentException.class, () -> SpaceMatch.of(SPACE, scaled(1e3), "t.csv"))
                .getMessage();
        assertTrue(micros.contains("its own reference network"), micros);
        SpaceMatch.of(SPACE, table, "t.csv");
    }

    @Test
    void aTableOfSomethingElseIsRefusedInTheRightWords() {
        assertOther("another input size", SPACE.at(new Shape(3, 96, 64)));
        assertOther("another number of classes, 5", SearchSpaces.chain("squeezenas-small", 0.25, 1, 6, SPACE.input()));
        assertOther(
                "the same name and input, but another width",
                SearchSpaces.chain("squeezenas-small", 0.5, 1, 5, SPACE.input()));
        assertOther("another space", SearchSpaces.chain("squeezenas-large", 0.25, 1, 5, SPACE.input()));
    }

    /** 1,000 ways to spoil a file: what is read is what was written, or a refusal that names the file. */
    @Test
    void aSpoiltFileIsRefused() throws IOException {
        SplittableRandom random = new SplittableRandom(17);
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] spoilt = Mutation.spoil(text(), random);
            refused += read(spoilt).map(other -> assertSame(other)).orElse(1);
        }
        assertTrue(refused > 950, "only " + refused + " were refused");
    }

    /** Files of the first version have no checksums: what is read from a spoilt one must at least stand in it. */
    @Test
    void noNumberIsReadThatIsNotInTheFile() throws IOException {
        SplittableRandom random = new SplittableRandom(18);
        String first = firstVersion();
        assertEquals(
                table.entries(),
                read(first.getBytes(StandardCharsets.UTF_8)).orElseThrow().entries());
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] spoilt = Mutation.spoil(first, random);
            var read = read(spoilt);
            refused += read.isEmpty() ? 1 : 0;
            Set<Double> numbers = numbers(spoilt);
            read.ifPresent(other -> other.entries().forEach((key, timing) -> {
                assertTrue(numbers.containsAll(List.of(timing.millis(), timing.low(), timing.high())), key::toString);
            }));
        }
        assertTrue(refused > 100, "only " + refused + " were refused");
    }

    private static int assertSame(LatencyTable other) {
        assertEquals(table, other);
        return 0;
    }

    private static Set<Double> numbers(byte[] text) {
        return Stream.of(new String(text, StandardCharsets.UTF_8).split("[,\\s]+"))
                .filter(cell -> cell.matches("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?"))
                .map(Double::valueOf)
                .collect(Collectors.toSet());
    }

    private static Optional<LatencyTable> read(byte[] bytes) throws IOException {
        Path spoilt = folder.resolve("spoilt.csv");
        Files.write(spoilt, bytes);
        try {
            return Optional.of(LatencyTableFile.read(spoilt));
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().contains("spoilt.csv"), e.getMessage());
            return Optional.empty();
        }
    }

    private static void assertRefuses(String text, String expected) {
        String message = refusal(text);
        assertTrue(message.contains(expected), message);
    }

    private static String refusal(String text) {
        return assertThrows(IllegalArgumentException.class, () -> {
                    Path changed = folder.resolve("changed.csv");
                    Files.writeString(changed, text);
                    LatencyTableFile.read(changed);
                })
                .getMessage();
    }

    private static void assertOther(String expected, ChainSpace space) {
        String message = assertThrows(IllegalArgumentException.class, () -> SpaceMatch.of(space, table, "t.csv"))
                .getMessage();
        assertTrue(message.contains("t.csv is for squeezenas-small") && message.contains(": " + expected), message);
    }

    private static LatencyTable scaled(double factor) {
        return new LatencyTable(
                table.facts(),
                table.entries().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> {
                    Timing timing = entry.getValue();
                    return new Timing(
                            timing.millis() * factor, timing.low() * factor, timing.high() * factor, timing.repeats());
                })),
                new LatencyLine(table.line().baseMillis() * factor, table.line().slope()),
                table.check());
    }

    private static String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstVersion() {
        return text().lines()
                .filter(line -> !line.startsWith("# format") && !line.startsWith("# sha256"))
                .map(line -> line.startsWith("#") ? line : line.substring(0, line.lastIndexOf(',')))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}

package org.nasworkbench.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasworkbench.table.TableDefinition.Bounds;
import org.nasworkbench.table.TableDefinition.Unit;

class TableReaderTests {
    private static final Map<String, Bounds> NUMBERS =
            Map.of("score", Bounds.of(Unit.PERCENT), "seconds", Bounds.SECONDS, "ms", Bounds.MILLIS);
    private static final List<String> MISSING = List.of("", "NA", "NaN", "nan", "null", "-", " ");
    private static final String HEADER = "arch,score,seconds,ms,remark\n";

    @TempDir
    Path folder;

    private RawTable read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("table.csv"), bytes);
        return TableReader.read(new TableSource.File(file), List.of("arch"), NUMBERS);
    }

    private RawTable read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> problems(String text) {
        return assertThrows(InvalidTableException.class, () -> read(text)).problems();
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        for (int table = 0; table < 50; table++) {
            int rows = random.nextInt(1, 40);
            double[][] numbers = new double[3][rows];
            StringBuilder text = new StringBuilder(HEADER);
            for (int row = 0; row < rows; row++) {
                numbers[0][row] = random.nextInt(5) == 0 ? Double.NaN : random.nextDouble(0, 100);
                numbers[1][row] = random.nextDouble(0, 1e4);
                numbers[2][row] = random.nextInt(5) == 0 ? Double.NaN : random.nextDouble(1e-3, 1e3);
                text.append("cell").append(row);
                for (double[] column : numbers) {
                    text.append(',')
                            .append(
                                    Double.isNaN(column[row])
                                            ? MISSING.get(random.nextInt(MISSING.size()))
                                            : random.nextBoolean() ? column[row] : "\"" + column[row] + "\"");
                }
                text.append(",\"a, remark\"\n");
            }
            RawTable raw = random.nextBoolean() ? read(zipped(text.toString())) : read("\uFEFF" + text);
            assertEquals(rows, raw.rows());
            assertEquals("cell" + (rows - 1), raw.words().get("arch").get(rows - 1));
            assertArrayEquals(numbers[0], raw.numbers().get("score"));
            assertArrayEquals(numbers[1], raw.numbers().get("seconds"));
            assertArrayEquals(numbers[2], raw.numbers().get("ms"));
        }
    }

    /** Rows are spoilt at random, each in one way; exactly those are named, by their lines. */
    @Test
    void everySpoiltRowIsNamedAndNoOther() {
        List<String> ways =
                List.of("%s,1,2", "%s,x,2,3,", "%s,101,2,3,", "%s,5,,3,", "%s,5,-1,3,", "%s,5,2,0,", ",5,2,3,");
        SplittableRandom random = new SplittableRandom(2);
        for (int table = 0; table < 100; table++) {
            StringBuilder text = new StringBuilder(HEADER).append("first,1,1,1,\n");
            List<Integer> spoilt = new ArrayList<>();
            boolean nameless = false;
            for (int line = 3; line < 30; line++) {
                String way = ways.get(random.nextInt(ways.size()));
                boolean spoil = random.nextInt(4) == 0 && !(nameless && way.startsWith(","));
                nameless |= spoil && way.startsWith(",");
                text.append((spoil ? way : "%s,50,10,5,").formatted("cell" + line))
                        .append('\n');
                if (spoil) {
                    spoilt.add(line);
                }
            }
            if (!spoilt.isEmpty()) {
                assertEquals(spoilt, lines(problems(text.toString())), text::toString);
            }
        }
    }

    private static List<Integer> lines(List<String> problems) {
        return List.copyOf(new TreeSet<>(problems.stream()
                .map(problem -> Integer.parseInt(problem.replaceFirst("line (\\d+): .*", "$1")))
                .toList()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a,1,2                | line 3: must have 5 cells, but has 3
            a,1,2,3,4,5          | line 3: must have 5 cells, but has 6
            a,many,2,3,          | line 3: score must be a percentage in [0, 100], but was 'many'
            a,100.5,2,3,         | line 3: score must be a percentage in [0, 100], but was '100.5'
            a,Infinity,2,3,      | line 3: score must be a percentage in [0, 100], but was 'Infinity'
            a,1,,3,              | line 3: seconds must be seconds of 0 or more where there is a score, but is missing
            a,1,-2,3,            | line 3: seconds must be seconds of 0 or more, but was '-2'
            a,1,2,0,             | line 3: ms must be milliseconds above 0, but was '0'
            good,1,2,3,          | line 3: must be about another architecture than line 2, but is about 'good' too
            ~ ,1,2,3,~           | line 3: arch must be a word without bars, but was ''
            """)
    void aBadRowIsToldInTheseWords(String row, String problem) {
        assertEquals(List.of(problem), problems(HEADER + "good,1,2,3,\n" + row + "\n"));
    }

    @Test
    void aRowOfATrainingThatNeverEndedNeedsNoSeconds() throws IOException {
        assertEquals(2, read(HEADER + "good,1,2,3,\nlost,,NA,3,\n").rows());
    }

    @Test
    void aRowThatIsWrongInTwoWaysIsToldOfBoth() {
        assertEquals(2, problems(HEADER + "good,1,2,3,\na,x,y,3,\n").size());
    }

    @Test
    void aColumnThatIsBadForTheMostPartIsToldOfOnce() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 5000; i++) {
            String score = i % 10 == 0 ? "" : i % 3 == 1 ? "0.9" : "150";
            text.append(i).append(',').append(score).append(",1,1,\n");
        }
        text.append("last,150,-1,1,\n");
        assertEquals(
                List.of(
                        "line 4: score must be a percentage in [0, 100], but was '150', and 3000 more of the column's"
                                + " numbers are no better",
                        "line 5002: seconds must be seconds of 0 or more, but was '-1'"),
                problems(text.toString()));
    }

    @Test
    void aShortColumnIsListedEvenIfNothingInItIsGood() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 20; i++) {
            text.append(i).append(",150,1,1,\n");
        }
        assertEquals(20, problems(text.toString()).size());
    }

    @Test
    void linesAreCountedThroughLinesThatAreQuotedOrEmpty() {
        List<String> said = problems(HEADER + "a,1,2,3,\"two\nlines\"\n\nb,x,2,3,\n");
        assertEquals(List.of("line 5: score must be a percentage in [0, 100], but was 'x'"), said);
    }

    @Test
    void columnsThatAreMissingOrThereTwiceAreNamed() {
        assertEquals(
                List.of(
                        "line 1: columns must have different names, but arch is there twice",
                        "line 1: there must be a column score, but there are [arch, arch, scor, seconds, ms]; did you mean"
                                + " 'scor'?"),
                problems("arch,arch,scor,seconds,ms\na,b,1,2,3\n"));
    }

    @Test
    void aFileWithoutRowsOrHeaderIsNoTable() {
        assertEquals(List.of("a table must have rows, but has none"), problems(HEADER));
        assertEquals(List.of("a table must have a header, but the file is empty"), problems(""));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 20, 60})
    void aFileThatIsCutOffIsRefusedByName(int length) throws IOException {
        byte[] cut = Arrays.copyOf(zipped(HEADER + "a,1,2,3,\nb,2,3,4,\nc,5,6,7,\n"), length);
        InvalidTableException said = assertThrows(InvalidTableException.class, () -> read(cut));
        assertTrue(said.getMessage().contains("table.csv"), said::getMessage);
        assertTrue(
                said.problems().get(0).startsWith("a table must be readable to its end, but is not"), said::getMessage);
    }

    @Test
    void aFileThatIsNotThereIsRefusedByName() {
        TableSource source = new TableSource.File(folder.resolve("nothing.csv"));
        InvalidTableException said =
                assertThrows(InvalidTableException.class, () -> TableReader.read(source, List.of("arch"), NUMBERS));
        assertTrue(said.getMessage().contains("nothing.csv"), said::getMessage);
    }

    @Test
    void wordsOfSeveralColumnsNameARowTogether() throws IOException {
        Path file = Files.writeString(folder.resolve("words.csv"), "stem,depth\na,1\na,2\nb,1\n");
        RawTable raw = TableReader.read(new TableSource.File(file), List.of("stem", "depth"), Map.of());
        assertEquals(Map.of("stem", List.of("a", "a", "b"), "depth", List.of("1", "2", "1")), raw.words());
        Files.writeString(file, "stem,depth\na,1\na|b,2\na,1\n");
        InvalidTableException said = assertThrows(
                InvalidTableException.class,
                () -> TableReader.read(new TableSource.File(file), List.of("stem", "depth"), Map.of()));
        assertEquals(List.of(3, 4), lines(said.problems()));
    }
}

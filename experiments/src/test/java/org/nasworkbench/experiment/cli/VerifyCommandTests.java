package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nasworkbench.experiment.cli.Ended.nas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One altered digit anywhere is seen, and named. */
@Timeout(120)
class VerifyCommandTests {
    @TempDir
    private static Path place;

    private static Path original;

    @TempDir
    private Path folder;

    private Path run;

    @BeforeAll
    static void make() throws IOException {
        original = place.resolve("run");
        Path study = LettersStudy.write(place, false, List.of(LettersStudy.ALL_TYPES.get(1)));
        Ended made = nas("run", study.toString(), "--out", original.toString(), "--workers", "1");
        assertEquals(0, made.code(), made::err);
    }

    @BeforeEach
    void copy() throws IOException {
        run = folder.resolve("run");
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Files.copy(file, run.resolve(original.relativize(file).toString()));
            }
        }
    }

    @Test
    void aRunAsItWasWrittenHolds() {
        Ended ended = nas("verify", run.toString());
        assertEquals(0, ended.code(), ended::out);
        for (String file : List.of("report.html", "summary.csv", "trials.csv", "ledger.csv", "finals.csv", ".svg")) {
            assertTrue(ended.out().contains(file), ended::out);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"report.html", "summary.csv", "trials.csv", "ledger.csv", "finals.csv", "figures/best-so-far.svg"
            })
    void anAlteredDigitOfAFileIsNamedWithItsPlace(String name) throws IOException {
        Path file = run.resolve(name);
        String text = Files.readString(file);
        int body = name.endsWith(".csv") ? text.indexOf('\n') : 0;
        SplittableRandom random = new SplittableRandom(name.hashCode());
        int at = random.nextInt(body, text.length());
        while (!Character.isDigit(text.charAt(at))) {
            at = random.nextInt(body, text.length());
        }
        char other = (char) ('0' + (text.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
        Files.writeString(file, text.substring(0, at) + other + text.substring(at + 1));
        Ended ended = nas("verify", run.toString());
        assertEquals(3, ended.code(), ended::out);
        long line = 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
        String mismatch = ended.out().lines().findFirst().orElseThrow();
        assertTrue(mismatch.startsWith(file + ":" + line + ": found "), mismatch);
        String found = mismatch.replaceAll(".*: found (.*), recomputed .*", "$1");
        assertTrue(found.indexOf(other) >= 0, mismatch);
        assertTrue(ended.out().contains("1 place is different"), ended::out);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE trial SET score = score + 0.01 WHERE seed = 2 AND number = 7 AND strategy LIKE 'reg%'",
                "UPDATE trial SET value = value - 0.001 WHERE seed = 1 AND number = 3",
                "UPDATE trial SET simulated_s = simulated_s + 1 WHERE seed = 1 AND number = 5",
                "UPDATE charge SET device_s = device_s + 0.1 WHERE category = 'idle'",
                "UPDATE final SET score = 0.5 WHERE seed = 1",
                "UPDATE study SET value = '2.5' WHERE name = 'target_ms'"
            })
    void anAlteredNumberOfTheRecordIsSeenInWhatFollowsFromIt(String alteration) throws Exception {
        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + run.resolve("study.db"));
                Statement statement = store.createStatement()) {
            assertNotEquals(0, statement.executeUpdate(alteration));
        }
        Ended ended = nas("verify", run.toString());
        assertEquals(3, ended.code(), ended::out);
        assertTrue(
                ended.out().lines().findFirst().orElseThrow().matches(".*:\\d+: found .*\\d.*, recomputed .*\\d.*"),
                ended::out);
    }

    @Test
    void aQuotedNumberIsHeldAgainstItsSourceAsItIsPrinted() throws IOException {
        List<String> summary = Files.readAllLines(run.resolve("summary.csv"));
        Path document = folder.resolve("document.md");
        String mark =
                "<!-- from run/summary.csv: best = mean ± sd of search_score; worth = max of final_score x 100 -->\n";
        double[] best = summary.stream()
                .filter(line -> line.startsWith("regularized-evolution"))
                .mapToDouble(line -> Double.parseDouble(line.split(",")[5]))
                .toArray();
        double worth = summary.stream()
                .filter(line -> line.startsWith("regularized-evolution"))
                .mapToDouble(line -> 100 * Double.parseDouble(line.split(",")[6]))
                .max()
                .orElseThrow();
        String row = "| **regularized-evolution** (our own) | %.4f ± %.3f | %.2f %% | 1 |%n"
                .formatted((best[0] + best[1]) / 2, Math.abs(best[0] - best[1]) / Math.sqrt(2), worth);
        String table = "| strategy | best | worth | by hand |\n|---|---|---|---|\n" + row;
        Files.writeString(document, "# Title\n\n" + mark + table);
        Ended right = nas("verify", run.toString(), "--docs", document.toString());
        assertEquals(0, right.code(), right::out);
        assertTrue(right.out().contains("3 numbers in 1 tables"), right::out);

        String printed = "%.2f %%".formatted(worth);
        String altered = "%.2f %%".formatted(worth + 0.01);
        Files.writeString(document, "# Title\n\n" + mark + table.replace(printed, altered));
        Ended wrong = nas("verify", run.toString(), "--docs", document.toString());
        assertEquals(3, wrong.code());
        assertTrue(
                wrong.out()
                        .startsWith(document + ":6: found " + altered.replace(" %", "") + ", recomputed "
                                + printed.replace(" %", "")),
                wrong::out);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- from run/nothing.csv: best = search_score -->\n| a | best |\n|---|---|\n| b | 1 |\n",
                "<!-- from run/summary.csv: best: search_score -->\n| a | best |\n|---|---|\n| b | 1 |\n",
                "<!-- from run/summary.csv: best = no_column -->\n| a | best |\n|---|---|\n| b | 1 |\n",
                "<!-- from run/summary.csv: beast = search_score -->\n| a | best |\n|---|---|\n| b | 1 |\n",
                "<!-- from run/summary.csv: best = median of search_score -->\n| a | best |\n|---|---|\n| b | 1 |\n",
                "<!-- from run/summary.csv: best = search_score -->\nno table\n"
            })
    void aMarkThatSaysWhatCannotBeIsOneLineWithItsPlace(String text) throws IOException {
        Path document = Files.writeString(folder.resolve("document.md"), text);
        Ended ended = nas("verify", run.toString(), "--docs", document.toString());
        assertEquals(2, ended.code(), ended::out);
        assertEquals(1, ended.err().lines().count(), ended::err);
        assertTrue(ended.err().contains(document + ":1"), ended::err);
    }

    @Test
    void withoutTheRecordASummaryIsHeldAgainstTheTablesBesideIt() throws IOException {
        Files.delete(run.resolve("study.db"));
        Ended holds = nas("verify", run.toString());
        assertEquals(0, holds.code(), holds::out);
        assertTrue(holds.out().contains("there is no study.db: of summary.csv not made again: distinct"), holds::out);
        Path finals = run.resolve("finals.csv");
        String ends = Files.readString(finals);
        Files.writeString(finals, ends.replaceFirst("scored,0\\.(\\d)", "scored,0.0$1"));
        Ended altered = nas("verify", run.toString());
        assertEquals(3, altered.code(), altered::out);
        assertTrue(altered.out().contains("summary.csv:2: found"), altered::out);
        assertTrue(altered.out().contains("(final_score)"), altered::out);
    }

    @Test
    void aFolderThatIsNoRunsIsAWrongRequest() {
        Ended ended = nas("verify", folder.toString());
        assertEquals(2, ended.code());
        assertEquals(
                "a run's folder must hold study.db, or summary.csv at least, but " + folder + " has neither\n",
                ended.err());
    }
}

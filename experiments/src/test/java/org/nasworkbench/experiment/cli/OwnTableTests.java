package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyResults;

/** A table that somebody brings, from its YAML file to the results, without a line of code. */
@Timeout(120)
class OwnTableTests {
    private static final String STUDY = """
            name: own-table
            space: {table: words.csv.gz, genotype: word}
            score: {column: mean, unit: percent, runs: [first, second], epochs: 20, shorter: [{epochs: 5, column: early}]}
            cost: {column: seconds, plus: 0.5}
            latency: {column: ms}
            objective: {target-ms: 3.0, form: hard}
            report: [late, mean]
            budget: {simulated-seconds: 400}
            repeats: charged
            strategies:
              - {name: evolution, type: regularized-evolution, population: 6, sample: 3, offspring: 1}
            seeds: 1..2
            """;

    private static final Map<String, Double> LATE = new HashMap<>();

    @TempDir
    private static Path place;

    private static StudyResults byOne;
    private static StudyResults byTwo;

    @TempDir
    private Path folder;

    @BeforeAll
    static void run() throws IOException {
        write(place);
        byOne = run("one", "1");
        byTwo = run("two", "2");
    }

    @BeforeEach
    void write() throws IOException {
        write(folder);
    }

    /** Words of two to four letters; some have one run, some no score, some no latency, and many are not there at all. */
    private static void write(Path folder) throws IOException {
        List<String> words = new ArrayList<>();
        for (int length = 2; length <= 4; length++) {
            for (int i = 0; i < 1 << length; i++) {
                String bits = Integer.toString((1 << length) + i, 2).substring(1);
                words.add(bits.replace('0', 'a').replace('1', 'b'));
            }
        }
        StringBuilder rows = new StringBuilder("word,mean,first,second,early,seconds,ms,late\n");
        for (int i = 0; i < words.size(); i++) {
            if (i % 7 == 6) {
                continue;
            }
            double score = 50 + i % 11 * 3;
            String first = i % 5 == 4 ? "" : Double.toString(score - 1);
            String second = i % 5 >= 3 ? "NA" : Double.toString(score + 1);
            rows.append(String.format(
                    Locale.ROOT,
                    "%s,%s,%s,%s,%s,%d,%s,%s\n",
                    words.get(i),
                    score,
                    first,
                    second,
                    score / 2,
                    10 + i % 4,
                    i % 9 == 8 ? "" : Double.toString(2 + i % 3),
                    score + 5));
            LATE.put(words.get(i), (score + 5) / 100);
        }
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("words.csv.gz")))) {
            out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(folder.resolve("study.yaml"), STUDY);
    }

    private static StudyResults run(String name, String workers) {
        Path out = place.resolve(name);
        Ended ended =
                Ended.nas("run", place.resolve("study.yaml").toString(), "--out", out.toString(), "--workers", workers);
        assertEquals(0, ended.code(), ended::err);
        return StoredStudy.read(out.resolve("study.db"));
    }

    private String study() {
        return folder.resolve("study.yaml").toString();
    }

    @Test
    void aStudyOfItRunsToItsReport() {
        assertEquals(6, byTwo.runs().size(), "three strategies with two seeds");
        for (StudyResults.Run run : byTwo.runs()) {
            assertEquals("done", run.status());
            assertTrue(run.simulatedSeconds() <= 400, run::toString);
            assertEquals(LATE.get(run.chosen()), run.finalScore().orElseThrow(), 1e-12);
        }
        assertTrue(Files.exists(place.resolve("two/report.html")));
        assertTrue(Files.exists(place.resolve("two/summary.csv")));
    }

    @Test
    void whatTheTableHasNoNumberForIsAFailedTrialThatCostsNothing() {
        List<StudyResults.TrialRow> failed = byTwo.trials().stream()
                .filter(trial -> trial.status().equals("failed"))
                .toList();
        assertFalse(failed.isEmpty(), "searches of 30 trainings or more meet one of the holes");
        failed.forEach(trial -> assertEquals(0, trial.simulatedSeconds(), trial::toString));
    }

    @Test
    void workersChangeTheTimeAndNothingElse() {
        assertEquals(summary(byOne), summary(byTwo));
    }

    private static List<String> summary(StudyResults results) {
        return results.runs().stream()
                .map(run -> run.strategy() + " " + run.seed() + " " + run.evaluations() + " " + run.chosen() + " "
                        + run.searchScore() + " " + run.finalScore() + " " + run.simulatedSeconds())
                .sorted()
                .toList();
    }

    @Test
    void checkSaysWhatTheBudgetPaysFor() {
        Ended ended = Ended.nas("check", study(), "--workers", "2");
        assertEquals(0, ended.code(), ended::err);
        List<String> lines = ended.out().lines().toList();
        assertEquals(study() + ": no mistakes found, and none in its table", lines.get(0));
        // 24 rows of 10 to 13 s and 0.5 s besides: 400 s pay for 33 or 34 trainings of average length.
        assertTrue(
                lines.stream().anyMatch(line -> line.matches("evolution +2 +3[34] +0:13:[0-9]{2} +0:00:0[0-9]")),
                ended::out);
        assertTrue(lines.stream().anyMatch(line -> line.matches("random-sampling +2 +8 .*")), ended::out);
        assertTrue(lines.contains("the table lists 24 networks of words; nothing is trained"), ended::out);
        assertTrue(ended.out().contains("expected time with 2 threads, by a sample: 0:00:0"), ended::out);
        Ended json = Ended.nas("check", study(), "--json");
        assertTrue(json.out().contains("\"networks\" : 24"), json::out);
    }

    @Test
    void everyBadRowIsPrintedAndTheRequestWasWrong() throws IOException {
        String rows = "word,mean,first,second,early,seconds,ms,late\naa,50,50,50,25,10,2,55\nab,50,500,50,25,10,2,55\n"
                + "ba,50,50,50,25,,2,55\nbb,50,50\n";
        Files.writeString(folder.resolve("words.csv.gz"), rows);
        for (String command : List.of("check", "run")) {
            Ended ended = command.equals("check")
                    ? Ended.nas("check", study())
                    : Ended.nas("run", study(), "--out", folder.resolve("out").toString());
            assertEquals(2, ended.code());
            List<String> lines = ended.err().lines().map(String::strip).toList();
            assertTrue(
                    lines.containsAll(List.of(
                            "line 3: first must be a percentage in [0, 100], but was '500'",
                            "line 4: seconds must be seconds of 0 or more where there is a score, but is missing",
                            "line 5: must have 8 cells, but has 3")),
                    ended::err);
        }
        Files.writeString(
                folder.resolve("words.csv.gz"),
                rows.replace("500", "50").replace(",25,,", ",25,10,").replace("bb,50,50\n", ""));
        Ended mended = Ended.nas("run", study(), "--out", folder.resolve("out").toString());
        assertEquals(0, mended.code(), mended::err);
    }

    @Test
    void mistakesInTheStudyComeBeforeThoseInTheTable() throws IOException {
        Files.writeString(
                folder.resolve("study.yaml"),
                STUDY.replace("column: mean", "column: maen").replaceFirst("type: reg[^}]*", "type: squeezenas"));
        Ended ended = Ended.nas("check", study());
        assertEquals(2, ended.code());
        assertEquals(2, ended.err().lines().count(), ended::err);
        assertTrue(
                ended.err()
                        .contains(
                                ":3:17 score.column: must be a column of the table, but was 'maen'; did you mean 'mean'?"),
                ended::err);
        assertTrue(ended.err().contains("it trains weights of its own, which needs a task"), ended::err);
    }
}

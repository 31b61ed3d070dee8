package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nasworkbench.experiment.cli.Ended.nas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that are made again from their folder alone. */
@Timeout(240)
class ReproduceCommandTests {
    @TempDir
    private static Path place;

    private static Path original;

    @TempDir
    private Path folder;

    private Path run;

    @BeforeAll
    static void make() throws IOException {
        original = place.resolve("run");
        Path study = LettersStudy.write(place, true, List.of(LettersStudy.ALL_TYPES.get(1)));
        String text = Files.readString(study)
                .replace("letters.csv", place.resolve("letters.csv").toString());
        Files.writeString(study, text);
        Ended made = nas("run", study.toString(), "--out", original.toString(), "--workers", "1");
        assertEquals(0, made.code(), made::err);
        Files.delete(study);
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

    private Ended reproduce(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "reproduce",
                run.toString(),
                "--workers",
                "1",
                "--out",
                folder.resolve("again").toString()));
        arguments.addAll(List.of(more));
        return nas(arguments.toArray(String[]::new));
    }

    private void alter(String file, String from, String to) throws IOException {
        String text = Files.readString(run.resolve(file));
        assertTrue(text.contains(from), () -> from + " in " + file);
        Files.writeString(run.resolve(file), text.replaceFirst(Pattern.quote(from), to));
    }

    /** Without its record a run is its tables; one score of them altered, from a row on. */
    private void alterAScore() throws IOException {
        Files.delete(run.resolve("study.db"));
        List<String> lines = new ArrayList<>(Files.readAllLines(run.resolve("trials.csv")));
        int at = 1;
        while (!lines.get(at).startsWith("regularized-evolution,2,5,")) {
            at++;
        }
        lines.set(at, lines.get(at).replaceFirst(",scored,0\\.", ",scored,0.1"));
        Files.write(run.resolve("trials.csv"), lines);
    }

    @Test
    void aRunIsMadeAgainToTheLastDigit() throws IOException {
        Ended ended = reproduce();
        assertEquals(0, ended.code(), () -> ended.out() + ended.err());
        assertTrue(ended.out().contains("**Identical to the last digit.**"), ended::out);
        assertTrue(ended.out().contains("(100 %)"), ended::out);
        assertFalse(ended.out().contains("what was otherwise"), ended::out);
        assertEquals(
                ended.out().strip(),
                Files.readString(folder.resolve("again/reproduction.md")).strip());
        assertTrue(Files.readString(folder.resolve("again/reproduction.json")).contains("\"holds\" : true"));
        assertTrue(Files.readString(run.resolve("report.html")).contains("<dd>identical to the last digit; trials: "));
        Ended verified = nas("verify", run.toString());
        assertEquals(0, verified.code(), () -> verified.out() + verified.err());
    }

    @Test
    void whereARunDiffersIsNamedTrialByTrial() throws IOException {
        alterAScore();
        Ended ended = reproduce();
        assertEquals(3, ended.code(), () -> ended.out() + ended.err());
        assertTrue(
                ended.out().contains("| trials: regularized-evolution seed 2 from 5 on | search_score | 0.1"),
                ended::out);
        assertTrue(ended.out().contains("nothing that the manifest tells is otherwise"), ended::out);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"code\" : \"', '\"code\" : \"0', code",
        "'\"java\" : \"', '\"java\" : \"J9 ', JVM",
        "'\"machine\" : \"', '\"machine\" : \"Abacus ', CPU",
        "'\"threads-per-worker\" : 1', '\"threads-per-worker\" : 2', threads",
        "'\"libraries\" : [ ', '\"libraries\" : [ \"abacus-1.jar\", ', libraries"
    })
    void theCauseThatDiffersIsNamed(String from, String to, String cause) throws IOException {
        alterAScore();
        alter("manifest.json", from, to);
        Ended ended = reproduce("--only", "regularized-evolution/2/5");
        assertEquals(3, ended.code(), () -> ended.out() + ended.err());
        assertTrue(ended.out().contains("first cause: " + cause + ": "), ended::out);
    }

    @Test
    void whatTheManifestDoesNotTellIsNoCause() throws IOException {
        alterAScore();
        alter("manifest.json", "\"code\" : ", "\"once\" : ");
        Ended ended = reproduce("--only", "regularized-evolution/2/5");
        assertEquals(3, ended.code(), () -> ended.out() + ended.err());
        assertTrue(ended.out().contains("the cause is not known"), ended::out);
        assertTrue(ended.out().contains("does not tell: code"), ended::out);
        assertFalse(ended.out().contains("first cause"), ended::out);
    }

    @Test
    void otherDataAreNamedAndNothingIsRun() throws IOException {
        alter("manifest.json", "\"sha256\" : \"", "\"sha256\" : \"0");
        Ended ended = reproduce();
        assertEquals(3, ended.code(), () -> ended.out() + ended.err());
        assertTrue(ended.out().contains("Nothing was run: data (table): 0"), ended::out);
        assertFalse(Files.exists(folder.resolve("again/run")));
    }

    @Test
    void anAlteredStudyOrSeedOfTheManifestIsTheFirstCause() throws IOException {
        alter("manifest.json", "budget: {trials: 24}", "budget: {trials: 23}");
        Ended text = reproduce();
        assertEquals(3, text.code());
        assertTrue(text.out().contains("first cause: study text: "), text::out);
        alter("manifest.json", "\"seeds\" : [ 1, 2 ]", "\"seeds\" : [ 1, 3 ]");
        assertTrue(reproduce("--only", "regularized-evolution/1/0").out().contains("| seeds | [1, 3] | [1, 2] in"));
    }

    @Test
    void aSampleIsDrawnEvenlyAndSaysItsShare() {
        Ended ended = reproduce("--sample", "8");
        assertEquals(0, ended.code(), ended::err);
        assertTrue(
                ended.out().matches("(?s).*\\| trials \\| \\d+ \\| 8 \\([0-9.]+ %\\) \\| 8 \\| 0 \\| 0 \\|.*"),
                ended::out);
    }

    @Test
    void whatIsWrongIsOneLine() throws IOException {
        assertWrong("a trial must be named STRATEGY/SEED/NUMBER", "--only", "evolution-1");
        assertWrong("is not there; the first is", "--only", "regularized-evolution/9/0");
        assertWrong("--sample must be at least 1", "--sample", "0");
        assertWrong("reads a table", "--data", folder.toString());
        Files.delete(run.resolve("manifest.json"));
        assertWrong("must hold manifest.json");
    }

    private void assertWrong(String says, String... more) {
        Ended ended = reproduce(more);
        assertEquals(2, ended.code(), ended::err);
        assertTrue(ended.err().contains(says), ended::err);
        assertEquals(1, ended.err().lines().count(), ended::err);
    }

    @Test
    void trialsAndFinalsOfATrainedStudyAreMadeAgainAlone() throws Exception {
        TinyStudy tiny = TinyStudy.in(folder, 2, "type: random-search");
        run = folder.resolve("trained");
        assertEquals(0, nas(tiny.run(run)).code());
        Ended ended = reproduce("--only", "random-search/1/1", "random-sampling/1/0", "random-search/1/final-1");
        assertEquals(0, ended.code(), () -> ended.out() + ended.err());
        assertTrue(ended.out().contains("| trials | 4 | 2 (50.0 %) | 2 | 0 | 0 |"), ended::out);
        assertTrue(ended.out().contains("| finals | 2 | 1 (50.0 %) | 1 | 0 | 0 |"), ended::out);
        Files.delete(run.resolve("latency.csv"));
        assertWrong("has no latency.csv");
    }
}

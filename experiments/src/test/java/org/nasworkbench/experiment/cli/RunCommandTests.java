package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.nasworkbench.experiment.cli.Ended.nas;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasworkbench.results.LedgerBalance;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyStore;

@Timeout(240)
class RunCommandTests {
    @TempDir
    Path folder;

    private Path write(String text) throws Exception {
        return Files.writeString(folder.resolve("study.yaml"), text);
    }

    @Test
    void sixMistakesAreSixLinesOfTheFileAndExitCodeTwo() throws Exception {
        Path file = write("""
                name: Tiny Study
                space: {name: squeezenas-smal, width: 0.25}
                task: {name: street-scenes, input: [32, 48], train: many}
                objective: {target-ms: -1}
                training: {epochs: 0, batch: 8, learning-rate: 0.01}
                budget: {trials: 6}
                strategies:
                  - {type: reinforce, bach: 4}
                seeds: [1]
                """);
        Ended ended = nas("check", file.toString());
        assertEquals(2, ended.code());
        List<String> lines = ended.err().lines().toList();
        assertEquals(6, lines.size(), ended::err);
        List<Integer> places = List.of(1, 2, 3, 4, 5, 8);
        for (int i = 0; i < places.size(); i++) {
            String place = file + ":" + places.get(i) + ":";
            assertTrue(lines.stream().anyMatch(line -> line.startsWith(place)), () -> place + " in\n" + ended.err());
        }
        assertEquals("", ended.out());
    }

    @Test
    void anUnknownStrategyIsToldTheNearestKnownOne() throws Exception {
        TinyStudy tiny = TinyStudy.in(folder, 2, "type: regularized-evolution");
        Path file = write(Files.readString(tiny.file()).replace("regularized", "regularised"));
        for (String command : List.of("check", "run")) {
            Ended ended = nas(command, file.toString());
            assertEquals(2, ended.code());
            assertTrue(ended.err().startsWith(file + ":8:"), ended::err);
            assertTrue(ended.err().endsWith("did you mean 'regularized-evolution'?\n"), ended::err);
        }
    }

    @Test
    void aFileThatIsNotThereIsAWrongRequest() {
        Ended ended = nas("run", folder.resolve("nothing.yaml").toString());
        assertEquals(2, ended.code());
        assertEquals("a file must be there, but " + folder.resolve("nothing.yaml") + " is not\n", ended.err());
    }

    @Test
    void aFolderThatHoldsAnotherStudyIsRefusedAndFreshBeginsAnew() throws Exception {
        TinyStudy tiny = TinyStudy.in(folder, 2, "type: random-search");
        Path out = folder.resolve("out");
        Files.createDirectories(out);
        try (StudyStore store = new StudyStore(out.resolve("study.db"))) {
            store.fact("spec", "name: another");
        }
        Files.writeString(out.resolve("left-over"), "");

        Ended refused = nas(tiny.run(out));
        assertEquals(2, refused.code());
        assertEquals(
                "a study must stay as it began, but " + out + " holds a run of another version of " + tiny.file()
                        + "; use --fresh to begin anew or --out for another folder\n",
                refused.err());
        assertTrue(Files.exists(out.resolve("left-over")));

        Ended fresh = nas(tiny.run(out, "--fresh", "--json"));
        assertEquals(0, fresh.code(), fresh::err);
        assertFalse(Files.exists(out.resolve("left-over")));
        assertTrue(fresh.out().startsWith("{") && fresh.out().contains("\"search_score\""), fresh::out);
        List<String> made = new Record(out).rows("SELECT * FROM trial");
        assertEquals(4, made.size(), "random search and random sampling, each with a budget of 2");

        Ended again = nas(tiny.run(out));
        assertEquals(0, again.code(), again::err);
        assertEquals(made, new Record(out).rows("SELECT * FROM trial"), "what is done stays done");
        assertTrue(again.out().contains("report: " + out.resolve("report.html")), again::out);
        assertTrue(Files.exists(out.resolve("report.html")));
    }

    @Test
    void freshDeletesNoFolderThatIsNotAStudys() throws Exception {
        TinyStudy tiny = TinyStudy.in(folder, 2, "type: random-search");
        Path out = Files.createDirectories(folder.resolve("home"));
        Files.writeString(out.resolve("thesis.txt"), "three years of work");
        Ended refused = nas(tiny.run(out, "--fresh"));
        assertEquals(2, refused.code());
        assertTrue(Files.exists(out.resolve("thesis.txt")));
    }

    @Test
    void aQuietRunSaysItsTableAloneAndItsRunsAreEventFilesToo() throws Exception {
        TinyStudy table = TinyStudy.onTable(folder, 4, "type: random-search");
        Path out = folder.resolve("out");
        Ended quiet = nas(table.run(out, "--quiet"));
        assertEquals(0, quiet.code(), quiet::err);
        assertEquals("", quiet.err());
        assertTrue(quiet.out().contains("random-search"), quiet::out);
        Ended exported = nas("results", "export", out.toString(), "--format", "tensorboard");
        assertEquals(0, exported.code(), exported::err);
        for (String run : List.of("random-search-1", "random-search-2", "random-sampling-1", "random-sampling-2")) {
            assertTrue(Files.size(out.resolve("tensorboard/" + run + "/events.out.tfevents.0.nas")) > 100, run);
        }
    }

    @Test
    void aFolderIsWorkedOnByOneProcessAtATime() throws Exception {
        TinyStudy tiny = TinyStudy.in(folder, 2, "type: random-search");
        Path out = Files.createDirectories(folder.resolve("out"));
        try (StudyStore store = new StudyStore(out.resolve("study.db"));
                FileChannel other = FileChannel.open(
                        out.resolve("study.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertTrue(other.lock().isValid());
            for (String[] arguments : List.of(tiny.run(out), tiny.run(out, "--fresh"))) {
                Ended refused = nas(arguments);
                assertEquals(2, refused.code());
                assertEquals(
                        "a run must be worked on by one process at a time, but another one is at work in " + out + "\n",
                        refused.err());
            }
            assertEquals("5", store.fact("schema").orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are those of POSIX")
    void aSignalIsExitCode130AccountedForAndSaysHowToGoOn(String signal) throws Exception {
        assumeFalse(
                signal.equals("INT") && ignoresInterrupts(),
                "these tests were started in the background, deaf to SIGINT");
        TinyStudy tiny = TinyStudy.in(folder, 50, "type: regularized-evolution, population: 10");
        Record record = new Record(folder.resolve("out"));
        Process process = tiny.start(tiny.run(record.folder()));
        while (process.isAlive() && record.count("SELECT count(*) FROM trial") < 2) {
            Thread.sleep(20);
        }
        List<ProcessHandle> workers = process.children().toList();
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));

        String said = Files.readString(tiny.errors().toPath());
        assertEquals(130, process.exitValue(), said);
        assertTrue(
                said.endsWith("interrupted: what was finished is kept, the same command goes on from there\n"), said);
        assertFalse(said.contains("Exception"), said);
        for (ProcessHandle worker : workers) {
            worker.onExit().get(10, TimeUnit.SECONDS);
        }
        StudyResults study = StoredStudy.read(record.folder().resolve("study.db"));
        LedgerBalance balance = LedgerBalance.of(study);
        assertEquals(
                balance.wallDeviceSeconds(), balance.totalDeviceSeconds(), 0.1 + 0.01 * balance.wallDeviceSeconds());
        assertTrue(study.sessions().get(0).ended());
        assertEquals(0, record.count("SELECT count(*) FROM outcome"), "no run failed by it");
        assertTrue(record.count("SELECT count(*) FROM charge WHERE category = 'failed'") >= 1);
        assertEquals(0, record.count("SELECT count(*) FROM trial WHERE status = 'failed'"));
    }

    /** Whether whoever started this process had it ignore SIGINT, as shells do in the background: its children do so too. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }
}

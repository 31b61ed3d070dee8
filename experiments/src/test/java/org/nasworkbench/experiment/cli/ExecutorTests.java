package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever does the work, the study's record is the same, and what one has begun another goes on with. Schedulers are stand-ins: programs of
 * their names that start the job on this machine.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
@Timeout(600)
class ExecutorTests {
    private static final Path CLUSTERS = Path.of("clusters").toAbsolutePath();

    private static final String SBATCH = """
            #!/bin/sh
            echo submitted >> "$STAND_IN/submitted"
            for argument; do
                case $argument in
                    --wrap=*) command=${argument#--wrap=} ;;
                    --output=*) output=${argument#--output=} ;;
                esac
            done
            setsid sh -c "$command" > "$output" 2>&1 < /dev/null &
            echo $!
            """;
    private static final String SQUEUE = """
            #!/bin/sh
            for argument; do case $argument in --jobs=*) job=${argument#--jobs=} ;; esac; done
            kill -0 "$job" 2>/dev/null && echo RUNNING
            """;
    private static final String SCANCEL = """
            #!/bin/sh
            kill "$1"
            """;
    private static final String KUBECTL = """
            #!/bin/sh
            case $1 in
                apply)
                    echo submitted >> "$STAND_IN/submitted"
                    yaml=$(cat)
                    name=$(echo "$yaml" | sed -n 's/^metadata: {name: \\([^,]*\\),.*/\\1/p')
                    command=$(echo "$yaml" | sed -n 's/^ *command: \\[\\(.*\\)\\]/\\1/p' | tr -d ',"')
                    (setsid sh -c "$command" > "$STAND_IN/$name.log" 2>&1 < /dev/null || echo 1 > "$STAND_IN/$name.failed") &
                    ;;
                get) cat "$STAND_IN/$3.failed" 2>/dev/null || true ;;
                logs) cat "$STAND_IN/${2#job/}.log" ;;
                delete) rm -f "$STAND_IN/$3.failed" ;;
            esac
            """;

    @TempDir
    Path folder;

    private TinyStudy tiny;

    @BeforeEach
    void study() throws Exception {
        tiny = TinyStudy.in(
                folder, 2, "type: random-search", "type: squeezenas, epochs: 2, warmup-epochs: 1, samples: 2");
        Path launcher = Files.createDirectories(folder.resolve("home")).resolve("nas");
        program(
                launcher,
                "#!/bin/sh\nexec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dai.djl.pytorch.num_threads=1 -cp '%s' %s \"$@\"\n"
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                System.getProperty("java.class.path"),
                                Nas.class.getName()));
        Path bin = Files.createDirectories(folder.resolve("bin"));
        program(bin.resolve("sbatch"), SBATCH);
        program(bin.resolve("squeue"), SQUEUE);
        program(bin.resolve("scancel"), SCANCEL);
        program(bin.resolve("kubectl"), KUBECTL);
    }

    private static void program(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Map<String, String> standIns() {
        return Map.of(
                "PATH",
                folder.resolve("bin") + File.pathSeparator + System.getenv("PATH"),
                "STAND_IN",
                folder.resolve("bin").toString(),
                "NAS_LAUNCHER",
                folder.resolve("home").resolve("nas").toString(),
                "NAS_HOME",
                folder.resolve("home").toString(),
                "NAS_IMAGE",
                "none",
                "NAS_CLAIM",
                "none",
                "NAS_POLL_SECONDS",
                "0.2");
    }

    private Record run(String name, String workers) throws Exception {
        Record record = new Record(folder.resolve(name));
        Process process = tiny.start(standIns(), arguments(workers, record.folder()));
        assertTrue(process.waitFor(300, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), () -> errors());
        return record;
    }

    private String[] arguments(String workers, Path out) {
        return tiny.runBy(workers, out, "--set", "fidelity.genotypes=0");
    }

    private String errors() {
        try {
            return Files.readString(tiny.errors().toPath());
        } catch (IOException e) {
            return e.toString();
        }
    }

    private long submitted() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("bin").resolve("submitted"))) {
            return lines.count();
        }
    }

    private static String command(String script) {
        return "command:2=" + CLUSTERS.resolve(script);
    }

    @Test
    @Tag("slow")
    void theRecordIsTheSame() throws Exception {
        List<String> serial = run("serial", "1").results();
        assertFalse(serial.isEmpty());
        assertEquals(serial, run("four", "processes:4").results());
        assertEquals(serial, run("slurm", command("slurm.sh")).results());
        assertEquals(serial, run("kubernetes", command("kubernetes.sh")).results());
        assertFalse(Files.exists(folder.resolve("kubernetes").resolve("work").resolve("request.json")));
    }

    /** The jobs of a scheduler outlive a study that is killed: they are waited for, not begun again. */
    @Test
    void whatOneHasBegunAnotherGoesOnWith() throws Exception {
        Record here = new Record(folder.resolve("in-process"));
        Ended ended = Ended.nas(arguments("in-process", here.folder()));
        assertEquals(0, ended.code(), ended.err());
        List<String> whole = here.results();
        assertFalse(whole.isEmpty());
        Record changing = new Record(folder.resolve("changing"));
        killWithTrials("2", changing, 1);
        killWithTrials(command("slurm.sh"), changing, 3);
        run("changing", command("slurm.sh"));
        assertEquals(whole, changing.results());
        int works = changing.count("SELECT count(*) FROM attempt WHERE session > 1") - 2; // two were under way
        assertTrue(
                submitted() <= works + 1,
                "at most a job that had not shown its pulse yet was begun again: " + submitted() + " of " + works);
    }

    private void killWithTrials(String workers, Record record, int trials) throws Exception {
        Process process = tiny.start(standIns(), arguments(workers, record.folder()));
        while (process.isAlive() && record.count("SELECT count(*) FROM trial") < trials) {
            Thread.sleep(40);
        }
        process.destroyForcibly().waitFor();
    }

    @Test
    void aJobThatEndsWithoutAResultIsToldWithItsLastWords() throws Exception {
        program(folder.resolve("broken.sh"), "#!/bin/sh\necho 'no partition of that name' >&2\nexit 3\n");
        Process process =
                tiny.start(standIns(), arguments("command:2=" + folder.resolve("broken.sh"), folder.resolve("broken")));
        assertTrue(process.waitFor(300, TimeUnit.SECONDS));
        Record broken = new Record(folder.resolve("broken"));
        List<String> reasons = broken.rows("SELECT DISTINCT reason, detail FROM trial");
        assertEquals(
                List.of(
                        "WORKER_LOST | broken.sh ended with exit code 3 and there is no result; its last words: no partition"
                                + " of that name"),
                reasons);
    }

    @Test
    void whoCannotDoTheWorkIsToldAtOnce() throws Exception {
        Path kept = Files.createFile(
                Files.createDirectory(folder.resolve("earlier")).resolve("study.db"));
        for (Map.Entry<String, String> wrong : Map.of(
                        "0", "workers must be at least 1, but was 0",
                        "sprak:2=x", "did you mean",
                        "two", "workers must be of a kind among",
                        "command:2", "need a program that can be executed",
                        "in-process:2", "one process trains one network at a time",
                        "processes:2=fast", "can have the setting pinned or none")
                .entrySet()) {
            Ended ended = Ended.nas(tiny.runBy(wrong.getKey(), kept.getParent(), "--fresh"));
            assertEquals(2, ended.code(), ended.err());
            assertTrue(ended.err().contains(wrong.getValue()), ended.err());
            assertTrue(Files.exists(kept), "nothing was done yet");
        }
    }

    @Test
    void aTableIsAnsweredWhereTheStudyRuns(@TempDir Path place) throws Exception {
        TinyStudy table = TinyStudy.onTable(place, 2, "type: random-search");
        Ended ended = Ended.nas(table.runBy("in-process", place.resolve("out")));
        assertEquals(2, ended.code(), ended.err());
        assertTrue(ended.err().contains("workers must be a number, but was 'in-process:1'"), ended.err());
    }
}

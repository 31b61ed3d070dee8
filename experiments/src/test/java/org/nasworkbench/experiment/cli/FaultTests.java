package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nasworkbench.experiment.cli.Ended.nas;

import java.awt.image.BufferedImage;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.experiment.run.LatencyStock;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.experiment.run.StudyOutputs;
import org.nasworkbench.experiment.run.StudyRunner;
import org.nasworkbench.experiment.worker.ExecutorSpec;
import org.nasworkbench.results.RunKey;

/** What goes wrong around a study is told in its report with its cost, and loses nothing that was finished. */
@Timeout(240)
class FaultTests {
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    /** Runs a study here with one worker, and does something to that worker meanwhile. */
    private Record run(TinyStudy tiny, String name, Duration patience, Deed deed) throws Exception {
        Record record = new Record(folder.resolve(name));
        RunFolder out = new RunFolder(record.folder());
        Callable<Map<RunKey, String>> study = () -> new StudyRunner(
                        tiny.study(),
                        out,
                        ExecutorSpec.processes(1),
                        patience,
                        new LatencyStock(tiny.latencies()),
                        NOWHERE)
                .run();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Map<RunKey, String>> running = thread.submit(study);
            deed.to(record, running);
            assertEquals(Map.of(), running.get(200, TimeUnit.SECONDS));
        } finally {
            thread.shutdownNow();
        }
        StudyOutputs.write(out);
        record.assertSound();
        return record;
    }

    private interface Deed {
        void to(Record record, Future<?> running) throws Exception;
    }

    private static String report(Record record) throws Exception {
        return Files.readString(record.folder().resolve("report.html"));
    }

    private static void signal(ProcessHandle process, String signal) throws Exception {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Waits until a worker is in the middle of a training that is not the first. */
    private static ProcessHandle busy(Record record, Future<?> running) throws Exception {
        while (!running.isDone()) {
            Optional<ProcessHandle> worker = ProcessHandle.current().children().findFirst();
            if (worker.isPresent()
                    && record.count("SELECT count(*) FROM trial") > 0
                    && record.count("SELECT count(*) FROM attempt WHERE title LIKE 'training%'")
                            > record.count("SELECT count(*) FROM trial WHERE cached = 0")) {
                return worker.get();
            }
            Thread.sleep(5);
        }
        throw new AssertionError("the study ended before anything could be done to it");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are those of POSIX")
    void aWorkerThatIsKilledMidTrainingCostsItsTimeAndNoTrial() throws Exception {
        TinyStudy tiny = TinyStudy.in(folder, 6, "type: random-search");
        Record whole = run(tiny, "whole", LONG, (record, running) -> {});
        Record killed = run(tiny, "killed", LONG, (record, running) -> {
            while (record.count("SELECT count(*) FROM charge WHERE category = 'failed'") == 0) {
                signal(busy(record, running), "KILL");
                Thread.sleep(2000); // one that had just finished is killed in vain
            }
        });
        assertEquals(whole.results(), killed.results());
        assertTrue(killed.count("SELECT count(*) FROM charge WHERE category = 'failed' AND device_s > 0"
                        + " AND strategy IS NOT NULL AND note LIKE 'the worker ended with exit code 137%'")
                >= 1);
        assertTrue(report(killed).contains("the worker ended with exit code 137"));
        assertFalse(report(whole).contains("Device time charged as failed"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are those of POSIX")
    void aWorkerThatHangsIsEndedAndItsTrialFailedForThatReason() throws Exception {
        TinyStudy tiny = TinyStudy.in(folder, 4, "type: random-search");
        Record hung = run(tiny, "hung", Duration.ofSeconds(6), (record, running) -> {
            while (record.count("SELECT count(*) FROM trial WHERE reason = 'HUNG'") == 0) {
                ProcessHandle worker = busy(record, running);
                signal(worker, "STOP");
                worker.onExit().get(60, TimeUnit.SECONDS);
                Thread.sleep(1000);
            }
        });
        assertEquals(2, hung.count("SELECT count(*) FROM outcome WHERE status = 'done'"));
        assertTrue(hung.count("SELECT count(*) FROM trial WHERE status = 'scored'") >= 1);
        assertEquals(
                hung.count("SELECT count(*) FROM trial WHERE status = 'failed'"),
                hung.count("SELECT count(*) FROM charge WHERE category = 'failed' AND device_s >= 6"));
        assertTrue(report(hung).contains("no sign of life for 6 s, so the worker was ended"));
    }

    @Test
    void aWorkerWithoutMemoryFailsItsTrialsAndNotTheStudy() throws Exception {
        TinyStudy tiny = onPhotographs(1, 3000); // one of them takes more than all that a worker gets
        Record record = new Record(folder.resolve("out"));
        Process process = tiny.start(Nas.class, Map.of("NAS_WORKER_MEMORY", "24m"), tiny.run(record.folder()));
        assertTrue(process.waitFor(200, TimeUnit.SECONDS));
        String said = Files.readString(tiny.errors().toPath());
        assertEquals(0, process.exitValue(), said);
        assertFalse(said.contains("\tat "), said);
        assertEquals(
                List.of("random-sampling | OUT_OF_MEMORY", "random-search | OUT_OF_MEMORY"),
                record.rows("SELECT strategy, reason FROM trial ORDER BY strategy"));
        assertEquals(
                2,
                record.count(
                        "SELECT count(*) FROM charge WHERE category = 'failed' AND device_s > 0 AND strategy IS NOT NULL"));
        assertTrue(report(record).contains("java.lang.OutOfMemoryError"));
        record.assertSound();
    }

    @Test
    void aSpoiltImageIsNamedBeforeAnyWorkAndLaterOnFailsTrialsForThatReason() throws Exception {
        TinyStudy tiny = onPhotographs(2, 32);
        Path file = folder.resolve("images/train/2.png");
        byte[] whole = Files.readAllBytes(file);
        byte[] spoilt = whole.clone();
        spoilt[spoilt.length / 2] ^= 1;
        Files.write(file, spoilt);
        Record record = new Record(folder.resolve("out"));
        for (String[] arguments : List.of(tiny.run(record.folder()), new String[] {
            "check", tiny.file().toString(), "--latency-dir", tiny.latencies().toString()
        })) {
            Ended ended = nas(arguments);
            assertEquals(2, ended.code(), ended::err);
            assertTrue(
                    ended.err()
                            .endsWith("has 1 problem:\n  a listed file must be a whole PNG image, but " + file
                                    + " is damaged (train.txt:3)\n"),
                    ended::err);
        }

        Files.write(file, whole);
        Record good = run(tiny, "out", LONG, (done, running) -> {});
        assertEquals(0, good.count("SELECT count(*) FROM trial WHERE status = 'failed'"));

        Record later = run(tiny, "later", LONG, (begun, running) -> {
            while (!Files.exists(begun.folder().resolve("manifest.json"))) {
                Thread.sleep(1);
            }
            Files.write(file, spoilt);
        });
        assertEquals(4, later.count("SELECT count(*) FROM trial WHERE status = 'failed' AND reason = 'ERROR'"));
        assertTrue(report(later).contains(file + " is damaged (train.txt:3)"));
        assertEquals(4, later.count("SELECT count(*) FROM charge WHERE category = 'failed' AND strategy IS NOT NULL"));
    }

    /** A study of a folder of images, the first of which is so high and wide. */
    private TinyStudy onPhotographs(int trials, int size) throws Exception {
        TinyStudy tiny = TinyStudy.in(folder, trials, "type: random-search");
        String task = "task: {name: folder, dir: images, input: [32, 48], classes: [a, b, c, d, e, f, g, h, i, j, k]}";
        Files.writeString(tiny.file(), Files.readString(tiny.file()).replaceFirst("task: .*", task));
        photographs(folder.resolve("images"), size);
        return tiny;
    }

    private static void photographs(Path images, int size) throws Exception {
        for (String list : List.of("train", "val", "test")) {
            StringBuilder lines = new StringBuilder();
            Files.createDirectories(images.resolve(list));
            for (int i = 0; i < (list.equals("train") ? 5 : 1); i++) {
                int side = list.equals("train") && i == 0 ? size : 32;
                BufferedImage photograph = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
                BufferedImage labels = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
                for (int row = 0; row < 32; row++) {
                    photograph.setRGB(row, row, row * 7919 * (i + 1));
                    labels.getRaster().setSample(row, row, 0, row * 11 / 32);
                }
                ImageIO.write(
                        photograph,
                        "png",
                        images.resolve(list + "/" + i + ".png").toFile());
                ImageIO.write(
                        labels, "png", images.resolve(list + "/" + i + "-l.png").toFile());
                lines.append("%1$s/%2$d.png %1$s/%2$d-l.png\n".formatted(list, i));
            }
            Files.writeString(images.resolve(list + ".txt"), lines);
        }
    }

    @Test
    void whatCannotBeWrittenIsToldAndTheRecordIsWhole() throws Exception {
        TinyStudy tiny = TinyStudy.in(folder, 2, "type: random-search");
        Record record = new Record(folder.resolve("out"));
        Files.createDirectories(record.folder().resolve("report.html"));
        Files.writeString(record.folder().resolve("checkpoints"), "a file where the networks' folder should be");
        Ended ended = nas(tiny.run(record.folder()));
        assertEquals(Nas.FAILED, ended.code());
        String last = ended.err().lines().reduce((first, second) -> second).orElseThrow();
        assertTrue(last.matches("[A-Za-z]+Exception: .*report\\.html.*"), ended::err);
        assertFalse(ended.err().contains("\tat "), ended::err);

        Files.delete(record.folder().resolve("report.html"));
        assertEquals(0, nas("report", record.folder().toString()).code());
        record.assertSound();
        assertEquals(4, record.count("SELECT count(*) FROM trial WHERE status = 'scored'"));
        assertEquals(
                record.count("SELECT count(*) FROM final"),
                record.count("SELECT count(*) FROM final WHERE status = 'failed'"
                        + " AND detail LIKE '%the trained network could not be kept in%'"));
        assertTrue(report(record).contains("the trained network could not be kept in"));
        assertTrue(record.count("SELECT count(*) FROM charge WHERE category = 'failed' AND device_s > 0") >= 1);
    }
}

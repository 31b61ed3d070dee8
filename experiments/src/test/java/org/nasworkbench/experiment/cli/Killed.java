package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.nasworkbench.statistics.Quantile;

/** A study that is run once without a break, and then again and again with kills; every run must end like the first. */
final class Killed {
    private static final String RESULTS = "SELECT (SELECT count(*) FROM trial) + (SELECT count(*) FROM work)"
            + " + (SELECT count(*) FROM final) + (SELECT count(*) FROM fidelity) + (SELECT count(*) FROM fidelity_training)";

    private final TinyStudy study;
    private final Path folder;
    private final SplittableRandom random;
    private final List<Double> restarts = new ArrayList<>();
    private final Record whole;
    private final double startSeconds;
    private final double workSeconds;
    private Record record;
    private int kills;
    private int runs;

    /** Runs the study without a break. */
    Killed(TinyStudy study, Path folder, long seed) throws Exception {
        this.study = study;
        this.folder = folder;
        random = new SplittableRandom(seed);
        whole = new Record(folder.resolve("whole"));
        long start = System.nanoTime();
        Process process = study.start(study.run(whole.folder()));
        await(process, () -> whole.count(RESULTS) > 0);
        startSeconds = seconds(start);
        await(process, () -> whole.count("SELECT count(*) FROM session WHERE ended = 1") > 0);
        workSeconds = seconds(start) - startSeconds;
        assertTrue(process.waitFor(600, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), Files.readString(study.errors().toPath()));
        whole.assertSound();
        next();
    }

    /** Kills so many times at random moments, half of them while the study starts, half while it works. */
    void atRandom(int count) throws Exception {
        for (int target = kills + count; kills < target; ) {
            List<String> before = record.finished();
            int results = record.count(RESULTS);
            long start = System.nanoTime();
            Process process = study.start(study.run(record.folder()));
            if (random.nextBoolean()) {
                process.waitFor((long) (1e3 * startSeconds * random.nextDouble()), TimeUnit.MILLISECONDS);
            } else {
                if (await(process, () -> record.count(RESULTS) > results)) {
                    restarts.add(seconds(start));
                }
                process.waitFor((long) (1e3 * workSeconds / 3 * random.nextDouble()), TimeUnit.MILLISECONDS);
            }
            ended(process, before);
        }
        finish();
    }

    /** Kills at a moment that {@link KilledRun} knows, and ends that run. */
    void at(String moment) throws Exception {
        List<String> before = record.finished();
        List<String> arguments = new ArrayList<>(List.of(moment));
        arguments.addAll(List.of(study.run(record.folder())));
        Process process = study.start(KilledRun.class, arguments.toArray(String[]::new));
        assertTrue(process.waitFor(300, TimeUnit.SECONDS));
        int killsBefore = kills;
        ended(process, before);
        assertTrue(kills > killsBefore || moment.startsWith("record"), () -> "nobody was killed at " + moment);
    }

    /** Ends the run that was killed last, and begins another one. */
    void finish() throws Exception {
        List<String> before = record.finished();
        int ended = runs;
        int killed = kills;
        Process process = study.start(study.run(record.folder()));
        await(process, this::complete);
        ended(process, before);
        kills = killed; // all was done: the figures alone were cut off
        assertTrue(runs > ended, Files.readString(study.errors().toPath()));
    }

    /** The writes of a run without a break, each in a few words. */
    List<String> writes() throws Exception {
        Path file = folder.resolve("writes");
        at("record " + file);
        return Files.readAllLines(file);
    }

    /** What happened, in a line. */
    String summary() {
        double[] seconds = restarts.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(seconds);
        String restart = seconds.length == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; from the start of the process to the first new result %.1f s (p50) and %.1f s (p99) in %d restarts",
                        Quantile.of(0.5, seconds),
                        Quantile.of(0.99, seconds),
                        seconds.length);
        return kills + " kills, " + runs
                + " runs ended, all like the one without a break: no trial lost, none paid twice" + restart;
    }

    private void ended(Process process, List<String> before) throws Exception {
        boolean alive = process.isAlive();
        List<ProcessHandle> workers = process.children().toList();
        int code = process.destroyForcibly().waitFor();
        for (ProcessHandle worker : workers) {
            worker.onExit().get(20, TimeUnit.SECONDS);
        }
        List<String> now = record.finished();
        assertTrue(now.containsAll(before), () -> "what was finished must stay:\n" + before + "\n" + now);
        if (alive || code == 128 + 9) {
            kills++;
        } else {
            assertEquals(0, code, Files.readString(study.errors().toPath()));
        }
        if (complete()) {
            compare();
        }
    }

    /** Whether all is in the record; figures and report are drawn from it later. */
    private boolean complete() throws SQLException {
        String runsDone = "SELECT count(*) FROM outcome WHERE status = 'done'";
        return record.count(RESULTS) == whole.count(RESULTS)
                && record.count(runsDone) == whole.count(runsDone)
                && record.count("SELECT count(*) FROM session WHERE ended = 0") == 0;
    }

    private void compare() throws Exception {
        assertEquals(whole.results(), record.results());
        record.assertSound();
        runs++;
        next();
    }

    private void next() {
        record = new Record(folder.resolve("killed-" + runs));
    }

    private interface Condition {
        boolean holds() throws SQLException;
    }

    /** Waits until something holds; false if the process ended before. */
    private static boolean await(Process process, Condition condition) throws Exception {
        while (process.isAlive()) {
            if (condition.holds()) {
                return true;
            }
            Thread.sleep(10);
        }
        return false;
    }

    private static double seconds(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}

package org.nasworkbench.experiment.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.nasworkbench.results.RunKey;

/** The folder of a study's run and the names in it. */
public record RunFolder(Path root) {
    /** The record. */
    public Path store() {
        return root.resolve("study.db");
    }

    /** How it was made. */
    public Path manifest() {
        return root.resolve("manifest.json");
    }

    /** The latency table that the run began with. */
    public Path latency() {
        return root.resolve("latency.csv");
    }

    /**
     * Makes the folder this process's own, until it closes what it gets or ends in whatever way.
     *
     * @throws IllegalArgumentException if another process is at work in it
     */
    Closeable lock() throws IOException {
        FileChannel channel =
                FileChannel.open(root.resolve("study.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // another run in this process: as good as another process
        }
        channel.close();
        throw new IllegalArgumentException(
                "a run must be worked on by one process at a time, but another one is at work in " + root);
    }

    /** The figures' folder. */
    public Path figures() {
        return root.resolve("figures");
    }

    /** The report. */
    public Path report() {
        return root.resolve("report.html");
    }

    /** The checkpoint of a run's own heavy work. */
    public Path checkpoint(RunKey run, String work) {
        return root.resolve("checkpoints")
                .resolve(run.strategy() + "-" + run.seed())
                .resolve(work + ".bin");
    }

    /** Requests to and results from workers elsewhere, while they are under way. */
    public Path work() {
        return root.resolve("work");
    }

    /** The network of a run as the final training with a seed left it. */
    public Path finalNetwork(RunKey run, long finalSeed) {
        return checkpoint(run, "final-" + finalSeed);
    }

    /** Deletes everything in it, the record included. */
    public void clear() throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        if (!Files.exists(store()) && !isEmpty()) {
            throw new IllegalArgumentException(
                    "only the folder of a study may be cleared, but " + root + " holds other things and no study.db");
        }
        lock().close();
        List<Path> all;
        try (Stream<Path> walk = Files.walk(root)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.findAny().isEmpty();
        }
    }
}

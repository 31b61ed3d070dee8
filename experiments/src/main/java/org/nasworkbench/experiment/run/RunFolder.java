package org.nasworkbench.experiment.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StoreAddress;

/** The folder of a study's run and the names in it. */
public record RunFolder(Path root) {
    /** Where the record is: in the folder, or where the file {@code store.url} in it says. */
    public StoreAddress store() {
        if (!Files.exists(url())) {
            return StoreAddress.file(file());
        }
        try {
            return StoreAddress.server(Files.readString(url()).strip(), "");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + " (" + url() + ")", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is the folder of a run that has begun. */
    public boolean holdsRun() {
        return Files.exists(file()) || Files.exists(url());
    }

    private Path file() {
        return root.resolve("study.db");
    }

    private Path url() {
        return root.resolve("store.url");
    }

    /**
     * Checks that the record of a run that has begun is kept at an address.
     *
     * @throws IllegalArgumentException if it is kept elsewhere
     */
    void requireAt(StoreAddress address) {
        if (holdsRun() && !store().equals(address)) {
            throw new IllegalArgumentException("a run must keep its record where it began, in " + store() + ", but "
                    + address + " was asked for; use --out for another folder, or --fresh to begin anew");
        }
    }

    /**
     * Notes in the folder of a new run where its record is.
     *
     * @param begun whether there is something in that record
     * @throws IllegalArgumentException if that is another folder's: checkpoints and latency table of the run would not be its own
     */
    void keepAt(StoreAddress address, boolean begun) throws IOException {
        if (store().equals(address)) {
            return;
        }
        if (begun) {
            throw new IllegalArgumentException(
                    "a run must go on in the folder in which it began, but that of the record "
                            + address + " is not " + root
                            + ": copy that folder here, or name another schema with currentSchema=NAME in the store's address");
        }
        Path written = Files.writeString(root.resolve("store.url.new"), address + System.lineSeparator());
        Files.move(written, url(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** How it was made. */
    public Path manifest() {
        return root.resolve("manifest.json");
    }

    /** How the last rerun compared, in a few words. */
    public Path reproduction() {
        return root.resolve("reproduction.txt");
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
                .resolve(plain(run.strategy()) + "-" + run.seed())
                .resolve(plain(work) + ".bin");
    }

    /** Names come from plug-ins and from records that others made: none leads out of the folder. */
    private static String plain(String name) {
        if (!name.matches("[^/\\\\:\\p{Cntrl}]+")) {
            throw new IllegalArgumentException(
                    "a name of a run or its work must be a plain file name, but was '" + name + "'");
        }
        return name;
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
        if (!holdsRun() && !isEmpty()) {
            throw new IllegalArgumentException(
                    "only the folder of a study may be cleared, but " + root + " holds other things and no study.db");
        }
        lock().close();
        store().erase();
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

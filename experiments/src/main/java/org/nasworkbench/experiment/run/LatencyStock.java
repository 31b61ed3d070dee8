package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.nasworkbench.experiment.study.LatencySpec;
import org.nasworkbench.experiment.worker.Assignment;
import org.nasworkbench.experiment.worker.Report;
import org.nasworkbench.experiment.worker.WorkerPool;
import org.nasworkbench.latency.LatencyBuild;
import org.nasworkbench.latency.LatencyTable;
import org.nasworkbench.latency.LatencyTableFile;
import org.nasworkbench.latency.PlatformChoice;
import org.nasworkbench.space.ChainSpace;

/** The latency tables of this machine: measured on first use and kept. */
public final class LatencyStock {
    /** Rounds and repeats of a build: 120 recorded runs of each block. */
    private static final int ROUNDS = 12;

    private static final int REPEATS = 10;

    private final Path folder;

    /** Tables are kept in {@code folder}. */
    public LatencyStock(Path folder) {
        this.folder = folder;
    }

    /** Where the table for a space is, or will be. */
    public Path file(ChainSpace space, LatencySpec spec) {
        return spec.table().orElse(folder.resolve(LatencyTableFile.nameFor(space, spec.platform())));
    }

    /** The work that measures the table. */
    public static LatencyBuild build(ChainSpace space, PlatformChoice platform) {
        return new LatencyBuild(space, platform, ROUNDS, REPEATS);
    }

    /**
     * The table for a space, measured now where there is none.
     *
     * @throws IllegalArgumentException if the study names a table that is not there or is for something else
     */
    public LatencyTable table(ChainSpace space, LatencySpec spec, WorkerPool pool)
            throws IOException, InterruptedException {
        Path file = file(space, spec);
        if (Files.exists(file)) {
            return checked(LatencyTableFile.read(file), space, file);
        }
        if (spec.table().isPresent()) {
            throw new IllegalArgumentException("a latency table must be there, but " + file + " is not");
        }
        Report<LatencyTable> report = StudyLaboratory.await(pool.submit(
                new Assignment<>(Optional.empty(), build(space, spec.platform()), Optional.empty(), ignored -> {})));
        if (report instanceof Report.Failed<LatencyTable> failed) {
            throw new IllegalStateException("the latency table could not be measured ("
                    + failed.outcome().reason() + "): " + failed.outcome().detail());
        }
        LatencyTable table = ((Report.Done<LatencyTable>) report).result();
        LatencyTableFile.write(table, file);
        return table;
    }

    private static LatencyTable checked(LatencyTable table, ChainSpace space, Path file) {
        String expected = LatencyBuild.fingerprint(space);
        String found = table.facts().getOrDefault("space", "unknown");
        if (!found.equals(expected)) {
            throw new IllegalArgumentException(
                    "a latency table must be for " + expected + ", but " + file + " is for " + found);
        }
        return table;
    }
}

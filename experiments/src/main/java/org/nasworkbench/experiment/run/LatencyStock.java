package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.nasworkbench.experiment.study.LatencySpec;
import org.nasworkbench.experiment.worker.Assignment;
import org.nasworkbench.experiment.worker.ProcessExecutor;
import org.nasworkbench.experiment.worker.Report;
import org.nasworkbench.experiment.worker.WorkerPool;
import org.nasworkbench.latency.LatencyBuild;
import org.nasworkbench.latency.LatencyProtocol;
import org.nasworkbench.latency.LatencyTable;
import org.nasworkbench.latency.LatencyTableFile;
import org.nasworkbench.latency.SpaceMatch;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.space.ChainSpace;

/** The latency tables of this machine: measured on first use and kept. */
public final class LatencyStock {
    private final Path folder;

    /** Tables are kept in {@code folder}. */
    public LatencyStock(Path folder) {
        this.folder = folder;
    }

    /** Where the table for a space is, or will be. */
    public Path file(ChainSpace space, LatencySpec spec) {
        return spec.table().orElse(folder.resolve(LatencyTableFile.nameFor(space, spec.platform())));
    }

    /** Where the rounds of a build are kept until its table is there. */
    public static Path rounds(Path table) {
        return table.resolveSibling(table.getFileName() + ".rounds");
    }

    /**
     * The table for a space, measured now, on this machine, where there is none.
     *
     * @param store takes what measuring costs
     *
     * @throws IllegalArgumentException if the study names a table that is not there or is for something else, or if the table fails the
     *     study's limits and the study does not accept that
     */
    public LatencyTable table(ChainSpace space, LatencySpec spec, StudyStore store, Duration patience)
            throws IOException, InterruptedException {
        Optional<LatencyTable> known = known(space, spec);
        if (known.isPresent()) {
            return known.get();
        }
        Path file = file(space, spec);
        LatencyBuild build = new LatencyBuild(space, spec.platform(), LatencyProtocol.STANDARD);
        Report<LatencyTable> report;
        try (WorkerPool here = new WorkerPool(store, new ProcessExecutor(1), patience)) {
            report = StudyLaboratory.await(
                    here.submit(new Assignment<>(Optional.empty(), build, Optional.of(rounds(file)), ignored -> {})));
        }
        if (report instanceof Report.Failed<LatencyTable> failed) {
            throw new IllegalStateException("the latency table could not be measured ("
                    + failed.outcome().reason() + "): " + failed.outcome().detail());
        }
        LatencyTable table = ((Report.Done<LatencyTable>) report).result();
        LatencyTableFile.write(table, file);
        Files.deleteIfExists(rounds(file));
        return fit(table, spec, file);
    }

    /** The table for a space; empty if it is still to be measured, or can be calculated anew from what may have changed. */
    Optional<LatencyTable> known(ChainSpace space, LatencySpec spec) throws IOException {
        Path file = file(space, spec);
        if (!Files.exists(file)) {
            if (spec.table().isPresent()) {
                throw new IllegalArgumentException("a latency table must be there, but " + file + " is not");
            }
            return Optional.empty();
        }
        LatencyTable table = LatencyTableFile.read(file);
        if (table.projected() && spec.table().isEmpty()) {
            return Optional.empty();
        }
        SpaceMatch.of(space, table, file.toString());
        return Optional.of(fit(table, spec, file));
    }

    private static LatencyTable fit(LatencyTable table, LatencySpec spec, Path file) {
        List<String> failures = spec.limits().failures(table);
        if (!failures.isEmpty() && !spec.acceptUnfit()) {
            throw new IllegalArgumentException(
                    "a latency table must keep the study's limits, but " + file
                            + " does not: " + String.join("; ", failures)
                            + "; measure it again while nothing else runs (nas latency build), or set latency.accept-unfit: true");
        }
        return table;
    }
}

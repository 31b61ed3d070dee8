package org.nasworkbench.experiment.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nasworkbench.latency.fitted.TimedNetworks;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.table.TableSource;
import org.nasworkbench.table.TimingTable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Timings of whole networks in a file, on the command line. */
final class TimingOptions {
    @Parameters(paramLabel = "FILE", description = "the timings: comma-separated text with a header, gzipped or not")
    private Path file;

    @Option(names = "--space", required = true, description = "such as fbnet; see 'nas space list'")
    private String space;

    @Mixin
    private SpaceChangeOptions changes;

    @Option(names = "--genotype", required = true, paramLabel = "COLUMN", description = "which network a row is about")
    private String genotype;

    @Option(names = "--latency", required = true, paramLabel = "COLUMN", description = "its latency in milliseconds")
    private String latency;

    @Option(names = "--platform", paramLabel = "NAME", description = "what was timed; default: the column")
    private Optional<String> platform;

    SearchSpace space() {
        return changes.space(space);
    }

    TableSource.File source() {
        return new TableSource.File(file);
    }

    /** The column of genotypes. */
    String genotype() {
        return genotype;
    }

    /** The column of latencies. */
    String latency() {
        return latency;
    }

    /** What was timed, in words. */
    String platform() {
        return platform.orElse(latency);
    }

    TimedNetworks timed(SearchSpace known) {
        return TimingTable.read(source(), known, genotype, List.of(latency)).timed(latency);
    }
}

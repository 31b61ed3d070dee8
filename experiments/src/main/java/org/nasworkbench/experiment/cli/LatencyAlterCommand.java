package org.nasworkbench.experiment.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.nasworkbench.latency.FasterOperation;
import org.nasworkbench.latency.LatencyTableFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a table as it would be with a faster operation. */
@Command(
        name = "alter",
        description = "A table as it would be if an operation were faster, for a study to search with"
                + " (latency.table=FILE): what a faster kernel is worth where networks are trained.")
final class LatencyAlterCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TABLE.csv", description = "the table as it is")
    private Path table;

    @Option(
            names = "--operation",
            required = true,
            paramLabel = "NAME",
            description = "an option such as k5_e6, or a part of several such as k5")
    private String operation;

    @Option(names = "--factor", defaultValue = "2", description = "how much faster; default: ${DEFAULT-VALUE}")
    private double factor;

    @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "the table to write")
    private Path out;

    @Override
    public Integer call() throws Exception {
        LatencyTableFile.write(new FasterOperation(operation, factor).in(LatencyTableFile.read(table)), out);
        System.out.println(out);
        return 0;
    }
}

package org.nasworkbench.experiment.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.nasworkbench.figures.DeviceHeatMap;
import org.nasworkbench.figures.Drawing;
import org.nasworkbench.figures.MacsLatency;
import org.nasworkbench.figures.PredictedLatency;
import org.nasworkbench.figures.RankCorrelations;
import org.nasworkbench.results.CorrelationTable;
import org.nasworkbench.results.FactCsv;
import org.nasworkbench.results.LatencyMatrix;
import org.nasworkbench.results.LatencyPoints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws figures of latencies from files alone. */
@Command(
        name = "draw",
        description = "Draws a figure of what 'check --points', 'matrix --out' or a study's correlations.csv recorded;"
                + " nothing is measured or searched again.")
final class LatencyDrawCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE.csv",
            description = "points of one table or more, a matrix, or correlations; the header tells which")
    private List<Path> files;

    @Option(names = "--macs", description = "of points: MACs against latency, in place of predictions against it")
    private boolean macs;

    @Mixin
    private FigureOption figure;

    @Override
    public Integer call() throws Exception {
        Path out = figure.required();
        FigureOption.draw(drawing(), out);
        return 0;
    }

    private Drawing drawing() throws IOException {
        List<FactCsv> read = new ArrayList<>();
        for (Path file : files) {
            read.add(FactCsv.read(file));
        }
        if (read.stream().allMatch(LatencyPoints::in)) {
            List<LatencyPoints> points = read.stream().map(LatencyPoints::of).toList();
            return macs ? new MacsLatency(points) : new PredictedLatency(points);
        }
        FactCsv only = read.get(0);
        if (read.size() == 1 && !macs && LatencyMatrix.in(only)) {
            return new DeviceHeatMap(LatencyMatrix.of(only), "");
        }
        if (read.size() == 1 && !macs && CorrelationTable.in(only)) {
            return new RankCorrelations("rank-correlations", CorrelationTable.of(only));
        }
        throw new IllegalArgumentException(
                "a figure is drawn of points of tables (with --macs too), of one matrix or of"
                        + " one file of correlations, but the columns were "
                        + read.stream()
                                .map(file -> file.file() + ": " + file.header())
                                .toList());
    }
}

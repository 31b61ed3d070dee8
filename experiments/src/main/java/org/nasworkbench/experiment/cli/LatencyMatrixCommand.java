package org.nasworkbench.experiment.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.run.DeviceMatrix;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.figures.DeviceHeatMap;
import org.nasworkbench.figures.Drawing;
import org.nasworkbench.figures.FigureFiles;
import org.nasworkbench.results.LatencyMatrix;
import org.nasworkbench.work.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds networks found for one device against others. */
@Command(
        name = "matrix",
        description =
                "Does each platform deserve its own network? Searches for each device under its limit, and times what is"
                        + " found on all devices.")
final class LatencyMatrixCommand implements Callable<Integer> {
    @Mixin
    private SearcherOptions searcher;

    @Option(
            names = "--devices",
            split = ",",
            paramLabel = "DEVICE",
            description = "default: all that are known of the space")
    private List<String> devices = List.of();

    @Option(
            names = "--share",
            defaultValue = "0.25",
            description = "of the space's networks that keep each limit; default: ${DEFAULT-VALUE}")
    private double share;

    @Option(names = "--out", paramLabel = "MATRIX.csv", description = "a row for each pair of devices")
    private Optional<Path> out;

    @Mixin
    private FigureOption figure;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Optional<Path> drawn = figure.file();
        Study study = searcher.study();
        DeviceMatrix matrix = new DeviceMatrix(study, searcher.strategy(), devices, share, searcher.threads(study));
        DeviceMatrix.Result result = matrix.run();
        if (out.isPresent()) {
            WholeFile.write(out.get(), LimitKept.csv(rows(result)));
        }
        if (json) {
            if (drawn.isPresent()) {
                FigureFiles.write(drawing(matrix.searcher(), result), drawn.get());
            }
            System.out.println(Json.pretty(asMap(result)));
            return 0;
        }
        print(matrix, result);
        out.ifPresent(System.out::println);
        if (drawn.isPresent()) {
            FigureOption.draw(drawing(matrix.searcher(), result), drawn.get());
        }
        return 0;
    }

    private Map<String, Object> asMap(DeviceMatrix.Result result) {
        List<Map<String, Object>> devices = new ArrayList<>();
        for (int d = 0; d < result.devices().size(); d++) {
            Map<String, Object> device = new LinkedHashMap<>();
            device.put("device", result.devices().get(d));
            device.put("limit_ms", result.limitMillis()[d]);
            device.put("score", result.scores()[d]);
            devices.add(device);
        }
        return Map.of(
                "share",
                share,
                "devices",
                devices,
                "matrix",
                rows(result).stream().map(LimitKept::asMap).toList());
    }

    private void print(DeviceMatrix matrix, DeviceMatrix.Result result) {
        int count = result.devices().size();
        System.out.printf(
                Locale.ROOT,
                "%s; limits that %.0f %% of the networks keep; %s of what is found for each device, and its worst case elsewhere%n",
                matrix.searcher(),
                100 * share,
                matrix.scoreName());
        System.out.printf(
                "%-16s %10s %8s %9s  %s%n",
                "found for", "limit ms", "score", "kept on", "slowest, relative to its limit, on");
        for (int a = 0; a < count; a++) {
            int worst = 0;
            double kept = 0;
            for (int b = 0; b < count; b++) {
                worst = result.ratios()[a][b] > result.ratios()[a][worst] ? b : worst;
                kept += result.kept()[a][b];
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %10.3f %8.4f %4.1f of %2d  %.2f on %s%n",
                    result.devices().get(a),
                    result.limitMillis()[a],
                    result.scores()[a],
                    kept,
                    count,
                    result.ratios()[a][worst],
                    result.devices().get(worst));
        }
    }

    private Drawing drawing(String searches, DeviceMatrix.Result result) {
        String how = String.format(
                Locale.ROOT,
                "Found by %s a platform, under a limit that %.0f %% of the space’s networks keep; latencies are those of the"
                        + " space’s known devices.",
                searches,
                100 * share);
        return new DeviceHeatMap(new LatencyMatrix(result.devices(), result.ratios()), how);
    }

    private static List<LimitKept> rows(DeviceMatrix.Result result) {
        List<LimitKept> rows = new ArrayList<>();
        for (int a = 0; a < result.devices().size(); a++) {
            for (int b = 0; b < result.devices().size(); b++) {
                rows.add(new LimitKept(
                        result.devices().get(a), result.devices().get(b), result.ratios()[a][b], result.kept()[a][b]));
            }
        }
        return rows;
    }
}

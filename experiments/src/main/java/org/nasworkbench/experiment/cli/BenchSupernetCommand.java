package org.nasworkbench.experiment.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.run.DeviceWork;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.experiment.run.MemoryProbe;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.statistics.MedianInterval;
import org.nasworkbench.statistics.Quantile;
import org.nasworkbench.strategy.supernet.SupernetBenchmark;
import org.nasworkbench.strategy.supernet.SupernetBenchmark.Step;
import org.nasworkbench.task.StreetScenes;
import org.nasworkbench.work.MemoryNeed;
import org.nasworkbench.work.Seeds;
import org.nasworkbench.work.TrainingProtocol;
import org.nasworkbench.work.Work;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a step of a supernet takes against networks alone. */
@Command(
        name = "supernet",
        description = "Time and memory of a training step of a supernet in each mode, against networks alone, in turn.")
final class BenchSupernetCommand implements Callable<Integer> {
    @Option(names = "--space", defaultValue = "squeezenas-small", description = "default: ${DEFAULT-VALUE}")
    private String space;

    @Option(names = "--width", defaultValue = "0.5", description = "factor on the width; default: ${DEFAULT-VALUE}")
    private double width;

    @Option(names = "--blocks", defaultValue = "2", description = "at most a stage; default: ${DEFAULT-VALUE}")
    private int blocks;

    @Option(
            names = "--input",
            paramLabel = "CxHxW",
            defaultValue = "3x60x80",
            description = "shape of the images; default: ${DEFAULT-VALUE}")
    private String input;

    @Option(names = "--batch", defaultValue = "8", description = "images a step; default: ${DEFAULT-VALUE}")
    private int batch;

    @Option(names = "--rounds", defaultValue = "15", description = "default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--seed", defaultValue = "1", description = "of networks and paths; default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        SupernetBenchmark benchmark = benchmark();
        List<Map<String, Object>> times = new ArrayList<>();
        for (Step step : DeviceWork.perform(benchmark, System.err).steps()) {
            step.against().keySet().forEach(other -> times.add(row(step, other)));
        }
        List<Map<String, Object>> memory = memory(benchmark.memory());
        if (json) {
            System.out.println(Json.pretty(Map.of("time", times, "memory", memory)));
        } else {
            print(times, memory);
        }
        return 0;
    }

    private SupernetBenchmark benchmark() {
        BenchCommand.positive("--batch", batch);
        BenchCommand.positive("--rounds", rounds);
        Shape image = Shape.parse(input);
        StreetScenes task = new StreetScenes(image.height(), image.width(), 2 * batch + 2, 1, 1, seed);
        ChainSpace chain =
                SearchSpaces.chain(space, width, blocks, task.classes().size(), image);
        TrainingProtocol protocol = new TrainingProtocol(
                1,
                batch,
                TrainingProtocol.Optimizer.ADAM,
                0.01,
                0.9,
                1e-4,
                TrainingProtocol.Schedule.COSINE,
                true,
                0,
                false);
        return new SupernetBenchmark(chain, task, protocol, rounds, seed);
    }

    private Map<String, Object> row(Step step, String other) {
        MedianInterval ratio =
                MedianInterval.of(step.ratios(other), Seeds.random(seed, "interval", step.name(), other));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("step", step.name());
        row.put("milliseconds", 1000 * Quantile.of(0.5, step.seconds()));
        row.put("against", other);
        row.put("ratio", ratio.median());
        row.put("low", ratio.low());
        row.put("high", ratio.high());
        return row;
    }

    /** Each in a worker of its own; null where the system does not tell. */
    private List<Map<String, Object>> memory(Map<String, Work<?>> works) throws Exception {
        List<Map<String, Object>> rows = new ArrayList<>();
        Optional<Double> first = Optional.empty();
        for (Map.Entry<String, Work<?>> work : works.entrySet()) {
            MemoryNeed need = DeviceWork.perform(new MemoryProbe(List.of(work.getValue()), batch), System.err);
            Optional<Double> peak = need.isKnown() ? Optional.of(need.at(batch) / (1 << 20)) : Optional.empty();
            first = first.isPresent() ? first : peak;
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("training", work.getKey());
            row.put("peak_mib", peak);
            row.put("images_mib", need.isKnown() ? Optional.of(need.bytesPerImage() * batch / (1 << 20)) : peak);
            row.put("ratio", peak.isPresent() ? Optional.of(peak.get() / first.get()) : peak);
            rows.add(row);
        }
        return rows;
    }

    private static void print(List<Map<String, Object>> times, List<Map<String, Object>> memory) {
        System.out.printf("%-24s %9s  %-30s %7s  %s%n", "step", "ms", "against", "ratio", "95 % interval");
        for (Map<String, Object> row : times) {
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %9.1f  %-30s %7.3f  %.3f to %.3f%n",
                    row.get("step"),
                    row.get("milliseconds"),
                    row.get("against"),
                    row.get("ratio"),
                    row.get("low"),
                    row.get("high"));
        }
        System.out.printf("%n%-24s %9s %15s %7s%n", "training", "peak MiB", "of that images", "ratio");
        for (Map<String, Object> row : memory) {
            System.out.printf(
                    "%-24s %9s %15s %7s%n",
                    row.get("training"),
                    number("%.0f", row.get("peak_mib")),
                    number("%.0f", row.get("images_mib")),
                    number("%.3f", row.get("ratio")));
        }
    }

    private static String number(String format, Object known) {
        return ((Optional<?>) known)
                .map(value -> String.format(Locale.ROOT, format, value))
                .orElse("not known");
    }
}

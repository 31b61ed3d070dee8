package org.nasworkbench.experiment.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.nasworkbench.experiment.run.EngineBenchmark;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.experiment.run.TrainingBenchmark;
import org.nasworkbench.experiment.run.TrainingBenchmark.Throughput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Our own performance on this machine, as ratios within one run. */
@Command(
        name = "bench",
        description =
                "Measures the workbench itself: its speed on this machine, as ratios within one run, and its statistics.",
        subcommands = {
            BenchExecutorsCommand.class,
            BenchGrowthCommand.class,
            BenchStepsCommand.class,
            BenchSoakCommand.class,
            BenchSupernetCommand.class,
            BenchTransferCommand.class,
            CalibrationCommand.class
        })
final class BenchCommand {
    @Command(description = "Trainings per hour and images per second with several workers against one, in turn.")
    int workers(
            @Option(names = "--workers", defaultValue = "2", description = "default: ${DEFAULT-VALUE}") int workers,
            @Option(names = "--rounds", defaultValue = "5", description = "default: ${DEFAULT-VALUE}") int rounds,
            @Option(names = "--trainings", defaultValue = "8", description = "of a round; default: ${DEFAULT-VALUE}")
                    int trainings,
            @Option(names = "--json", description = "as JSON") boolean json)
            throws Exception {
        positive("--workers", workers);
        positive("--rounds", rounds);
        positive("--trainings", trainings);
        double[] perHour = new double[rounds];
        double[] perSecond = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            Throughput one = TrainingBenchmark.measure(1, trainings);
            Throughput several = TrainingBenchmark.measure(workers, trainings);
            perHour[round] = several.trainingsPerHour() / one.trainingsPerHour();
            perSecond[round] = several.imagesPerSecond() / one.imagesPerSecond();
            System.err.printf(
                    Locale.ROOT,
                    "round %d: %.0f trainings/h with 1 worker, %.0f with %d; %.0f and %.0f images/s a training%n",
                    round + 1,
                    one.trainingsPerHour(),
                    several.trainingsPerHour(),
                    workers,
                    one.imagesPerSecond(),
                    several.imagesPerSecond());
        }
        Map<String, Object> ratios = new LinkedHashMap<>();
        ratios.put("trainings per hour, " + workers + " workers / 1 worker", median(perHour));
        ratios.put("images per second of a training, " + workers + " workers / 1 worker", median(perSecond));
        if (json) {
            System.out.println(Json.pretty(ratios));
        } else {
            ratios.forEach((name, ratio) -> System.out.printf(Locale.ROOT, "%-60s %.2f%n", name, ratio));
        }
        return 0;
    }

    @Command(description = "Trials a second where an evaluation costs nothing, ours against a bare loop, in turn.")
    int engine(
            @Option(names = "--rounds", defaultValue = "5", description = "default: ${DEFAULT-VALUE}") int rounds,
            @Option(names = "--trials", defaultValue = "20000", description = "of a search; default: ${DEFAULT-VALUE}")
                    int trials,
            @Option(names = "--json", description = "as JSON") boolean json)
            throws Exception {
        positive("--rounds", rounds);
        positive("--trials", trials);
        Map<String, double[]> perSecond = new LinkedHashMap<>();
        Map<String, double[]> ratios = new LinkedHashMap<>();
        EngineBenchmark.round(trials);
        for (int i = 0; i < rounds; i++) {
            int round = i;
            Map<String, Double> measured = EngineBenchmark.round(trials);
            double bare = measured.get(EngineBenchmark.BARE_LOOP);
            measured.forEach((name, rate) -> {
                perSecond.computeIfAbsent(name, key -> new double[rounds])[round] = rate;
                ratios.computeIfAbsent(name, key -> new double[rounds])[round] = rate / bare;
            });
        }
        Map<String, Map<String, Double>> medians = new LinkedHashMap<>();
        perSecond.forEach((name, rates) -> medians.put(
                name, Map.of("trials per second", median(rates), "ratio to the bare loop", median(ratios.get(name)))));
        if (json) {
            System.out.println(Json.pretty(medians));
        } else {
            System.out.printf("%-32s %16s %24s%n", "", "trials per second", "ratio to the bare loop");
            medians.forEach((name, median) -> System.out.printf(
                    Locale.ROOT,
                    "%-32s %,17.0f %24.4f%n",
                    name,
                    median.get("trials per second"),
                    median.get("ratio to the bare loop")));
        }
        return 0;
    }

    static void positive(String option, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(option + " must be at least 1, but was " + value);
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

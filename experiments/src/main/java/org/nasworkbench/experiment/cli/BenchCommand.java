package org.nasworkbench.experiment.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.experiment.run.TrainingBenchmark;
import org.nasworkbench.experiment.run.TrainingBenchmark.Throughput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Our own performance on this machine, as ratios within one run. */
@Command(name = "bench", description = "Measures the workbench itself on this machine, as ratios within one run.")
final class BenchCommand {
    @Command(description = "Trainings per hour and images per second with several workers against one, in turn.")
    int workers(
            @Option(names = "--workers", defaultValue = "2", description = "default: ${DEFAULT-VALUE}") int workers,
            @Option(names = "--rounds", defaultValue = "5", description = "default: ${DEFAULT-VALUE}") int rounds,
            @Option(names = "--trainings", defaultValue = "8", description = "of a round; default: ${DEFAULT-VALUE}")
                    int trainings,
            @Option(names = "--json", description = "as JSON") boolean json)
            throws Exception {
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

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

package org.nasworkbench.experiment.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.nasworkbench.experiment.run.GrowthBenchmark;
import org.nasworkbench.experiment.run.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether anything grows faster than a study does. */
@Command(
        name = "growth",
        description =
                "What a trial costs in studies of more and more of them: to write, to resume, to read and to report;"
                        + " microseconds of processor time, bytes and memory, and each as a ratio to the size before: about 1 is linear growth.")
final class BenchGrowthCommand implements Callable<Integer> {
    @Option(
            names = "--trials",
            split = ",",
            defaultValue = "10000,100000,1000000",
            paramLabel = "N",
            description = "sizes of studies, multiples of --runs; default: ${DEFAULT-VALUE}")
    private List<Integer> sizes;

    @Option(
            names = "--runs",
            defaultValue = "10",
            description = "of a study, an even number; default: ${DEFAULT-VALUE}")
    private int runs;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (runs < 2 || runs % 2 != 0) {
            throw new IllegalArgumentException("--runs must be an even number of at least 2, but was " + runs);
        }
        for (int size : sizes) {
            if (size < runs || size % runs != 0) {
                throw new IllegalArgumentException(
                        "--trials must be multiples of --runs, which is " + runs + ", but one was " + size);
            }
        }
        Map<String, Map<String, Double>> measured = new LinkedHashMap<>();
        Map<String, Double> before = Map.of();
        for (int size : sizes) {
            Map<String, Double> costs = GrowthBenchmark.perTrial(size, runs);
            measured.put(Integer.toString(size), costs);
            if (!json) {
                print(size, costs, before);
            }
            before = costs;
        }
        if (json) {
            System.out.println(Json.pretty(measured));
        }
        return 0;
    }

    private static void print(int size, Map<String, Double> costs, Map<String, Double> before) {
        if (before.isEmpty()) {
            System.out.printf("%10s", "a trial of");
            costs.keySet().forEach(what -> System.out.printf("  %20s", what));
            System.out.println();
        }
        System.out.printf("%,10d", size);
        System.out.println(costs.entrySet().stream()
                .map(cost -> String.format(
                        Locale.ROOT,
                        "  %20s",
                        "%,.1f%s"
                                .formatted(
                                        cost.getValue(),
                                        before.isEmpty()
                                                ? ""
                                                : " (x %.2f)".formatted(cost.getValue() / before.get(cost.getKey())))))
                .collect(Collectors.joining()));
    }
}

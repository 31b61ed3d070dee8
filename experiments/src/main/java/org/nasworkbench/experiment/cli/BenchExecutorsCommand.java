package org.nasworkbench.experiment.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.run.ExecutorBenchmark;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.experiment.worker.ExecutorSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What ways to have work done cost a candidate. */
@Command(
        name = "executors",
        description = "Milliseconds that executors add to each piece of work, in turn: work that does nothing, from the"
                + " request to the recorded answer. The first round, with the workers' start, is told apart.")
final class BenchExecutorsCommand implements Callable<Integer> {
    @Option(
            names = "--workers",
            paramLabel = "N|KIND:N=SETTING",
            description = "as of nas run; may be given several times",
            required = true)
    private List<String> workers;

    @Option(names = "--rounds", defaultValue = "5", description = "default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--errands", defaultValue = "100", description = "of a round; default: ${DEFAULT-VALUE}")
    private int errands;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        BenchCommand.positive("--rounds", rounds);
        BenchCommand.positive("--errands", errands);
        List<ExecutorSpec> specs = workers.stream().map(ExecutorSpec::parse).toList();
        Map<String, Map<String, Object>> results = new LinkedHashMap<>();
        List<ExecutorBenchmark> open = new ArrayList<>();
        try {
            for (ExecutorSpec spec : specs) {
                ExecutorBenchmark benchmark = new ExecutorBenchmark(spec);
                open.add(benchmark);
                double[] cold = benchmark.round(spec.devices());
                results.put(spec.toString(), new LinkedHashMap<>(Map.of("first_ms", cold[cold.length - 1])));
            }
            double[][][] millis = new double[specs.size()][rounds][];
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < specs.size(); i++) {
                    millis[i][round] = open.get(i).round(errands);
                }
            }
            for (int i = 0; i < specs.size(); i++) {
                double[] all = Arrays.stream(millis[i])
                        .flatMapToDouble(Arrays::stream)
                        .sorted()
                        .toArray();
                Map<String, Object> result = results.get(specs.get(i).toString());
                result.put("p50_ms", all[all.length / 2]);
                result.put("p95_ms", all[(int) (0.95 * (all.length - 1))]);
                result.put("processes", open.get(i).processes());
                result.put("gpus", open.get(i).gpus());
            }
        } finally {
            for (ExecutorBenchmark benchmark : open) {
                benchmark.close();
            }
        }
        print(results);
        return 0;
    }

    private void print(Map<String, Map<String, Object>> results) {
        if (json) {
            System.out.println(Json.pretty(results));
            return;
        }
        System.out.printf(
                "%-44s %10s %10s %10s %10s  %s%n", "", "first, ms", "p50, ms", "p95, ms", "processes", "GPUs");
        results.forEach((name, result) -> System.out.printf(
                Locale.ROOT,
                "%-44s %10.0f %10.1f %10.1f %10d  %s%n",
                name,
                result.get("first_ms"),
                result.get("p50_ms"),
                result.get("p95_ms"),
                result.get("processes"),
                result.get("gpus")));
    }
}

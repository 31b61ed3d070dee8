package org.nasworkbench.experiment.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.experiment.run.StepBenchmark;
import org.nasworkbench.space.Shape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Training here against training in another framework. */
@Command(
        name = "steps",
        description =
                "Images a second of training steps (forward, backward, Adam) here against another framework's program, in"
                        + " turn, each round in new processes, one thread.")
final class BenchStepsCommand implements Callable<Integer> {
    @Option(
            names = "--peer",
            required = true,
            split = " ",
            paramLabel = "PROGRAM",
            description = "such as 'python3 docs/performance/steps_pytorch.py'")
    private List<String> peer;

    @Option(
            names = "--input",
            split = ",",
            defaultValue = "3x48x64,3x90x120,3x180x240",
            paramLabel = "CxHxW",
            description = "sizes of the image; default: ${DEFAULT-VALUE}")
    private List<String> inputs;

    @Option(
            names = "--option",
            split = ",",
            defaultValue = "mixed,k3_e1,k5_e6",
            paramLabel = "NAME",
            description = "of all blocks of squeezenas-small; mixed: all of them in turn; default: ${DEFAULT-VALUE}")
    private List<String> options;

    @Option(names = "--batch", defaultValue = "8", description = "images a step; default: ${DEFAULT-VALUE}")
    private int batch;

    @Option(names = "--rounds", defaultValue = "5", description = "default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--steps", defaultValue = "20", description = "recorded a round; default: ${DEFAULT-VALUE}")
    private int steps;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        BenchCommand.positive("--batch", batch);
        BenchCommand.positive("--rounds", rounds);
        BenchCommand.positive("--steps", steps);
        StepBenchmark benchmark = new StepBenchmark(peer, batch, rounds, steps, System.err);
        List<Map<String, Object>> rows = new ArrayList<>();
        if (!json) {
            System.out.printf("%-12s %-10s %10s %10s %8s  %s%n", "input", "options", "here", "there", "ratio", "range");
        }
        for (String input : inputs) {
            for (String option : options) {
                StepBenchmark.Result result = benchmark.measure(Shape.parse(input), option);
                if (json) {
                    rows.add(row(input, option, result));
                } else {
                    System.out.printf(
                            Locale.ROOT,
                            "%-12s %-10s %10.1f %10.1f %8.2f  %.2f to %.2f%n",
                            input,
                            option,
                            result.here(),
                            result.there(),
                            result.ratio(),
                            result.leastRatio(),
                            result.mostRatio());
                }
            }
        }
        if (json) {
            System.out.println(Json.pretty(rows));
        }
        return 0;
    }

    private static Map<String, Object> row(String input, String option, StepBenchmark.Result result) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("input", input);
        row.put("options", option);
        row.put("images_per_s_here", result.here());
        row.put("images_per_s_there", result.there());
        row.put("ratio", result.ratio());
        row.put("ratio_low", result.leastRatio());
        row.put("ratio_high", result.mostRatio());
        return row;
    }
}

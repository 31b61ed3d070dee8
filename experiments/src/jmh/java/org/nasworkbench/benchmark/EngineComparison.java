package org.nasworkbench.benchmark;

import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Runs the searches, ours and the others', with the options of JMH, and prints all as ratios to one of them. */
public final class EngineComparison {
    private static final String REFERENCE = "JeneticsSearches.agingEvolution";

    private EngineComparison() {}

    /** @param arguments as JMH has them, {@code -h} for a list */
    public static void main(String[] arguments) throws CommandLineOptionException, IOException, RunnerException {
        CommandLineOptions options = new CommandLineOptions(arguments);
        if (options.shouldHelp()) {
            options.showHelp();
            return;
        }
        print(new Runner(options).run());
    }

    private static void print(Collection<RunResult> results) {
        double reference = results.stream()
                .filter(result -> name(result).equals(REFERENCE))
                .mapToDouble(EngineComparison::perCpuSecond)
                .findFirst()
                .orElse(Double.NaN);
        System.out.printf("%n%-42s %15s %15s %8s%n", "evaluations", "per second", "per CPU second", "ratio");
        for (RunResult result : results) {
            System.out.printf(
                    Locale.ROOT,
                    "%-42s %,15.0f %,15.0f %8.2f%n",
                    name(result),
                    rate(result, "evaluations"),
                    perCpuSecond(result),
                    perCpuSecond(result) / reference);
        }
        System.out.println("ratio: per CPU second, to " + REFERENCE);
    }

    private static String name(RunResult result) {
        String[] parts = result.getParams().getBenchmark().split("\\.");
        return parts[parts.length - 2] + "." + parts[parts.length - 1];
    }

    private static double perCpuSecond(RunResult result) {
        return rate(result, "evaluations") / rate(result, "cpuSeconds");
    }

    private static double rate(RunResult result, String counter) {
        return result.getSecondaryResults().get(counter).getScore();
    }
}

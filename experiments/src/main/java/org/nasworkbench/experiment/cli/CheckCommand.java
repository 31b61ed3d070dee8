package org.nasworkbench.experiment.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.experiment.run.StudyPlan;
import org.nasworkbench.experiment.run.StudyPlanner;
import org.nasworkbench.experiment.study.ProjectionSpec;
import org.nasworkbench.experiment.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Validates a study and tells what it will take. */
@Command(
        name = "check",
        description =
                "Validates a study and prints its plan: runs, trainings, expected time and money. Trains nothing.")
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private StudyArgument study;

    @Mixin
    private WorkerOptions workers;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Study read = study.read();
        StudyPlan plan = new StudyPlanner(read, workers.workers(), workers.latencies(), System.err).plan();
        if (json) {
            System.out.println(Json.pretty(plan));
            return 0;
        }
        System.out.printf("%s: no mistakes found%n%n", read.source());
        System.out.printf("%-24s %6s %10s %12s %14s%n", "strategy", "seeds", "trainings", "own work", "device time");
        for (StudyPlan.Row row : plan.runs()) {
            System.out.printf(
                    "%-24s %6d %10s %12s %14s%n",
                    row.strategy(),
                    row.seeds(),
                    row.trainings().isPresent() ? row.trainings().getAsInt() : "by time",
                    row.heavySeconds() == 0 ? "-" : clock(row.heavySeconds()),
                    clock(row.deviceSeconds()));
        }
        ProjectionSpec projection = read.projection();
        List.of(
                        format(
                                "one training takes about %.1f s here, one final training %.1f s; %d final trainings",
                                plan.trainingSeconds(), plan.finalSeconds(), plan.finals()),
                        plan.latencySeconds() == 0
                                ? "the latency table is there already"
                                : "measuring the latency table takes about " + clock(plan.latencySeconds()),
                        "device time in all about " + clock(plan.deviceSeconds())
                                + format(
                                        ", which at $%.0f a device-day is $%.2f",
                                        projection.dollarsPerGpuDay(),
                                        plan.deviceSeconds() / 86_400 * projection.dollarsPerGpuDay()),
                        "expected time with " + plan.workers() + " workers: " + clock(plan.wallSeconds()))
                .forEach(System.out::println);
        return 0;
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return format("%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}

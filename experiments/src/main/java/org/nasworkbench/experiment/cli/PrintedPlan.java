package org.nasworkbench.experiment.cli;

import java.util.Locale;
import org.nasworkbench.experiment.run.StudyPlan;
import org.nasworkbench.experiment.run.TablePlan;
import org.nasworkbench.experiment.study.Study;

/** What a study will take, on standard output, for people. */
final class PrintedPlan {
    private static final String HEAD = "%-24s %6s %10s %14s %14s";
    private static final String ROW = "%-24s %6d %10s %14s %14s";

    private PrintedPlan() {}

    static void print(Study study, StudyPlan plan) {
        say("%s: no mistakes found%n", study.source());
        say(HEAD + " %12s %6s", "strategy", "seeds", "trainings", "own work", "device time", "own memory", "paths");
        for (StudyPlan.Row row : plan.runs()) {
            say(
                    ROW + " %12s %6s",
                    row.strategy(),
                    row.seeds(),
                    row.trainings().isPresent() ? row.trainings().getAsInt() : "by time",
                    row.heavySeconds() == 0 ? "-" : clock(row.heavySeconds()),
                    clock(row.deviceSeconds()),
                    row.heavyBytes().map(PrintedPlan::gibibytes).orElse("-"),
                    row.paths().isPresent() ? row.paths().getAsInt() : "-");
        }
        say(
                "one training takes about %.1f s here, one final training %.1f s; %d final trainings",
                plan.trainingSeconds(), plan.finalSeconds(), plan.finals());
        say(
                plan.latencySeconds() == 0
                        ? "the latency table is there already"
                        : "measuring the latency table takes about " + clock(plan.latencySeconds()));
        say(plan.memory()
                .map(memory -> format(
                        "memory: a training takes up to %s, %d workers together up to %s; %s are free here",
                        gibibytes(memory.training()),
                        plan.workers(),
                        gibibytes(memory.together()),
                        gibibytes(memory.available())))
                .orElse("memory: not known here, so nothing was checked"));
        plan.fidelity()
                .ifPresent(fidelity -> say(
                        fidelity.genotypes() == 0
                                ? "rankings by shared weights are NOT CHECKED, since fidelity.genotypes is 0"
                                : "checking rankings by shared weights, with %d stand-alone trainings, takes about %s",
                        fidelity.genotypes(),
                        clock(fidelity.deviceSeconds())));
        say("device time in all about %s", priced(study, plan.deviceSeconds()));
        say("expected time with %d workers: %s", plan.workers(), clock(plan.wallSeconds()));
    }

    static void print(Study study, TablePlan plan) {
        say("%s: no mistakes found, and none in its table%n", study.source());
        say(HEAD, "strategy", "seeds", "trainings", "simulated time", "time here");
        for (TablePlan.Row row : plan.runs()) {
            say(
                    ROW,
                    row.strategy(),
                    row.seeds(),
                    row.trouble().isPresent() ? "fails" : row.trainings(),
                    clock(row.simulatedSeconds()),
                    clock(row.wallSeconds()));
        }
        say("the table lists %,d networks of %s; nothing is trained", plan.networks(), plan.space());
        say("one training took %.1f s by its record, on average", plan.trainingSeconds());
        say("simulated device time in all about %s", priced(study, plan.simulatedSeconds()));
        say("expected time with %d threads, by a sample: %s", plan.threads(), clock(plan.wallSeconds()));
    }

    private static String priced(Study study, double seconds) {
        double dollars = study.projection().dollarsPerGpuDay();
        return clock(seconds) + format(", which at $%.0f a device-day is $%.2f", dollars, seconds / 86_400 * dollars);
    }

    private static void say(String pattern, Object... values) {
        System.out.println(format(pattern, values));
    }

    private static String gibibytes(long bytes) {
        return format("%.2f GiB", bytes / (double) (1 << 30));
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return format("%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}

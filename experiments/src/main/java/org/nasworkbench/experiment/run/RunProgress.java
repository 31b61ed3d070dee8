package org.nasworkbench.experiment.run;

import java.util.Locale;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.results.RunKey;

/** How far one run is, for people. */
final class RunProgress implements ProgressLine {
    private final RunKey run;
    private final long startedNanos = System.nanoTime();
    private double best = Double.NaN;
    private int evaluations;
    private double spent;
    private double fraction;
    private double startFraction = Double.NaN;
    private String doing = "";
    private boolean ended;

    RunProgress(RunKey run) {
        this.run = run;
    }

    synchronized void add(Trial trial, BudgetMeter meter) {
        evaluations++;
        if (trial.value().isPresent() && !(trial.value().getAsDouble() <= best)) {
            best = trial.value().getAsDouble();
        }
        spent = meter.spent();
        startFraction = Double.isNaN(startFraction) ? fraction : startFraction;
        fraction = meter.fraction();
        doing = "";
    }

    synchronized void working(String title) {
        doing = title;
    }

    synchronized void end(String how) {
        ended = true;
        doing = how;
    }

    @Override
    public synchronized boolean ended() {
        return ended;
    }

    /** Trainings, best value, cost, time to go. */
    @Override
    public synchronized String line() {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-32s %4d evaluations", run, evaluations));
        if (!Double.isNaN(best)) {
            line.append(String.format(Locale.ROOT, ", best %.4f", best));
        }
        line.append(String.format(Locale.ROOT, ", spent %s", clock(spent)));
        if (!doing.isEmpty()) {
            line.append(", ").append(doing);
        } else if (fraction > 0) {
            double elapsed = (System.nanoTime() - startedNanos) / 1e9;
            double speed = (fraction - startFraction) / elapsed;
            if (speed > 0) {
                line.append(", about ").append(clock((1 - fraction) / speed)).append(" to go");
            }
        }
        return line.toString();
    }

    static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}

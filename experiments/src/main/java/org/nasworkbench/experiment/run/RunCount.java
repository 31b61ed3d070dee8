package org.nasworkbench.experiment.run;

import java.util.Locale;

/** How many of a study's many short runs are done. */
final class RunCount implements ProgressLine {
    private final int runs;
    private final long startedNanos = System.nanoTime();
    private int done;

    RunCount(int runs) {
        this.runs = runs;
    }

    synchronized void add() {
        done++;
    }

    @Override
    public synchronized String line() {
        double elapsed = (System.nanoTime() - startedNanos) / 1e9;
        String toGo =
                done == 0 || ended() ? "" : ", about " + RunProgress.clock(elapsed / done * (runs - done)) + " to go";
        return String.format(Locale.ROOT, "%,d of %,d runs in %s%s", done, runs, RunProgress.clock(elapsed), toGo);
    }

    @Override
    public synchronized boolean ended() {
        return done == runs;
    }
}

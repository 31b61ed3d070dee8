package org.nasworkbench.experiment.run;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Shows the runs that are at work: on a terminal lines that are rewritten every second, elsewhere plain lines every minute. */
final class ProgressBoard implements AutoCloseable {
    private static final long PLAIN_EVERY_MILLIS = 60_000;
    private static final long TERMINAL_EVERY_MILLIS = 1_000;
    private static final int WIDTH = 79;

    private final PrintStream out;
    private final boolean terminal;
    private final List<ProgressLine> runs = new ArrayList<>();
    private Supplier<List<String>> workers = List::of;
    private final Thread thread;
    private int shown;

    ProgressBoard(PrintStream out) {
        this.out = out;
        terminal = System.console() != null && System.getenv("CI") == null;
        thread = new Thread(this::refresh, "progress");
        thread.setDaemon(true);
        thread.start();
    }

    /** What the workers are at is shown below the runs. */
    synchronized void watch(Supplier<List<String>> activities) {
        workers = activities;
    }

    synchronized void add(ProgressLine run) {
        runs.add(run);
    }

    /** Prints a line that stays. */
    synchronized void say(String line) {
        erase();
        out.println(line);
        out.flush();
    }

    @Override
    public void close() {
        thread.interrupt();
        synchronized (this) {
            erase();
        }
    }

    private void refresh() {
        try {
            while (true) {
                Thread.sleep(terminal ? TERMINAL_EVERY_MILLIS : PLAIN_EVERY_MILLIS);
                show();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void show() {
        erase();
        runs.removeIf(ProgressLine::ended);
        runs.forEach(run -> show(run.line()));
        List<String> activities = workers.get();
        for (int i = 0; i < activities.size(); i++) {
            show("  worker " + i + ": " + activities.get(i));
        }
        out.flush();
    }

    private void show(String line) {
        out.println(terminal && line.length() > WIDTH ? line.substring(0, WIDTH - 3) + "..." : line);
        shown += terminal ? 1 : 0;
    }

    private void erase() {
        if (shown > 0) {
            out.print("\u001b[" + shown + "A\u001b[J");
            shown = 0;
        }
    }
}

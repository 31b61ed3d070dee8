package org.nasworkbench.experiment.cli;

import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.Workbench;
import org.nasworkbench.experiment.run.DeviceWork;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.network.Devices;
import org.nasworkbench.strategy.Strategies;
import org.nasworkbench.strategy.StrategyProvider;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.Machine;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what will work on this machine. */
@Command(
        name = "doctor",
        description = "Shows what will work here: Java, native libraries, timer, memory, disk, strategies.")
final class DoctorCommand implements Callable<Integer> {
    /** A load at which other work takes part of what is measured. */
    private static final double BUSY = 0.5;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    private final Map<String, String> findings = new LinkedHashMap<>();

    @Override
    public Integer call() throws Exception {
        line("workbench", Workbench.version());
        line("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        line("machine", Machine.description());
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        line("load", "%.2f".formatted(load) + (load > BUSY ? "; too busy to measure latency" : ""));
        line("disk here", Files.getFileStore(Path.of(".")).getUsableSpace() / (1 << 20) + " MiB free");
        boolean healthy = engine();
        for (StrategyProvider provider : Strategies.providers().values()) {
            line(
                    provider.type(),
                    provider.unavailable().map(why -> "not available: " + why).orElse("available"));
        }
        if (json) {
            System.out.println(Json.pretty(findings));
        }
        return healthy ? 0 : Nas.FAILED;
    }

    private boolean engine() {
        try {
            Checkup.Findings found = DeviceWork.perform(new Checkup(), System.err);
            line("engine", found.engine());
            line(
                    "timer",
                    String.format(
                            Locale.ROOT,
                            "%.0f ns a reading, steps of %d ns; a fixed piece of work varies by %.1f %% (interquartile range"
                                    + " / median)",
                            found.timerNanos(),
                            found.stepNanos(),
                            100 * found.noise()));
            line("worker", "heap up to " + found.heapMebibytes() + " MiB");
            return true;
        } catch (Exception e) {
            line("engine", "NOT WORKING: " + e.getMessage());
            return false;
        }
    }

    private void line(String name, String value) {
        findings.put(name, value);
        if (!json) {
            System.out.printf("%-24s %s%n", name, value);
        }
    }

    /** Looks at a worker from inside. */
    record Checkup() implements Work<Checkup.Findings> {
        record Findings(String engine, double timerNanos, long stepNanos, double noise, long heapMebibytes)
                implements Serializable {}

        @Override
        public Findings perform(Workplace workplace) {
            long start = System.nanoTime();
            long last = start;
            long step = Long.MAX_VALUE;
            for (int i = 0; i < 1_000_000; i++) {
                long now = System.nanoTime();
                step = now > last ? Math.min(step, now - last) : step;
                last = now;
            }
            double timer = (last - start) / 1e6;
            double[] times = new double[400];
            double sink = 0;
            for (int i = 0; i < times.length; i++) {
                long begun = System.nanoTime();
                for (int k = 0; k < 20_000; k++) {
                    sink += Math.sqrt(k + sink);
                }
                times[i] = System.nanoTime() - begun;
            }
            double[] warm = Arrays.copyOfRange(times, 200, 400);
            Arrays.sort(warm);
            double noise = (warm[150] - warm[50]) / warm[100] + (sink == 0 ? 1 : 0);
            return new Findings(
                    Devices.description(),
                    timer,
                    step,
                    noise,
                    Runtime.getRuntime().maxMemory() >> 20);
        }

        @Override
        public CostCategory category() {
            return CostCategory.ENGINE;
        }

        @Override
        public String title() {
            return "looking at a worker process";
        }
    }
}

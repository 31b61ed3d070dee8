package org.nasworkbench.experiment.cli;

import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.Workbench;
import org.nasworkbench.experiment.run.DeviceWork;
import org.nasworkbench.network.Devices;
import org.nasworkbench.strategy.Strategies;
import org.nasworkbench.strategy.StrategyProvider;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.Machine;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;
import picocli.CommandLine.Command;

/** Says what will work on this machine. */
@Command(
        name = "doctor",
        description = "Shows what will work here: Java, native libraries, timer, memory, disk, strategies.")
final class DoctorCommand implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
        line("workbench", Workbench.version());
        line("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        line("machine", Machine.description());
        line(
                "load",
                "%.2f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        line("disk here", Files.getFileStore(Path.of(".")).getUsableSpace() / (1 << 20) + " MiB free");
        boolean healthy = engine();
        for (StrategyProvider provider : Strategies.providers().values()) {
            line(
                    provider.type(),
                    provider.unavailable().map(why -> "not available: " + why).orElse("available"));
        }
        return healthy ? 0 : Nas.FAILED;
    }

    private static boolean engine() {
        try {
            Checkup.Findings findings = DeviceWork.perform(new Checkup(), System.err);
            line("engine", findings.engine());
            line(
                    "timer",
                    String.format(
                            Locale.ROOT,
                            "%.0f ns a reading; a fixed piece of work varies by %.1f %% (interquartile range / median)",
                            findings.timerNanos(),
                            100 * findings.noise()));
            line("worker", "heap up to " + findings.heapMebibytes() + " MiB");
            return true;
        } catch (Exception e) {
            line("engine", "NOT WORKING: " + e.getMessage());
            return false;
        }
    }

    private static void line(String name, String value) {
        System.out.printf("%-24s %s%n", name, value);
    }

    /** Looks at a worker from inside. */
    record Checkup() implements Work<Checkup.Findings> {
        record Findings(String engine, double timerNanos, double noise, long heapMebibytes) implements Serializable {}

        @Override
        public Findings perform(Workplace workplace) {
            long start = System.nanoTime();
            for (int i = 0; i < 1_000_000; i++) {
                System.nanoTime();
            }
            double timer = (System.nanoTime() - start) / 1e6;
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
                    Devices.description(), timer, noise, Runtime.getRuntime().maxMemory() >> 20);
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

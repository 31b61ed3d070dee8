package org.nasworkbench.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * How often the objective was asked, and how busy the process was: both a second of an iteration. Their ratio, evaluations a second
 * of processor time, garbage collection included, hardly feels what else the machine is doing.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Evaluations {
    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long startNanos;

    /** Set to 0 at the start of each iteration. */
    public long evaluations;

    /** An iteration begins. */
    @Setup(Level.Iteration)
    public void start() {
        startNanos = process.getProcessCpuTime();
    }

    /** Processor time since the iteration began. */
    public double cpuSeconds() {
        return (process.getProcessCpuTime() - startNanos) / 1e9;
    }
}

package org.nasworkbench.results;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What work costs this thread, however busy the machine is. */
final class ProcessorTime {
    private ProcessorTime() {}

    static double seconds(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - before) / 1e9;
    }
}

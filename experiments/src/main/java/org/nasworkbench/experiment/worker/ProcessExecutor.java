package org.nasworkbench.experiment.worker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Worker JVMs on this machine, one a device, each with one thread. Setting {@code pinned}: each keeps to a core of its own. */
public final class ProcessExecutor implements Executor {
    private final int devices;
    private final boolean pinned;

    /** So many of them, where the system likes. */
    public ProcessExecutor(int devices) {
        this(devices, false);
    }

    private ProcessExecutor(int devices, boolean pinned) {
        if (devices < 1) {
            throw new IllegalArgumentException("workers must be at least 1, but was " + devices);
        }
        this.devices = devices;
        this.pinned = pinned;
    }

    @Override
    public int devices() {
        return devices;
    }

    @Override
    public Worker start(int device) throws IOException, InterruptedException {
        WorkerProcess.Start plain = WorkerProcess.Start.LIKE_THIS;
        return new WorkerProcess(
                pinned
                        ? new WorkerProcess.Start(
                                List.of("taskset", "-c", Integer.toString(device)), plain.classPath(), Map.of())
                        : plain);
    }

    /** The plug-in. */
    public static final class Provider implements ExecutorProvider {
        @Override
        public String name() {
            return ExecutorSpec.PROCESSES;
        }

        @Override
        public String setting() {
            return "pinned: each keeps to a core of its own; or none";
        }

        @Override
        public void require(int devices, String setting) {
            boolean pinned = setting.equals("pinned");
            if (!pinned && !setting.isEmpty()) {
                throw new IllegalArgumentException(
                        "processes can have the setting pinned or none, but had '" + setting + "'");
            }
            int cores = Runtime.getRuntime().availableProcessors();
            if (pinned && devices > cores) {
                throw new IllegalArgumentException("pinned workers must be at most one a core, but there are " + cores
                        + " cores and " + devices + " workers");
            }
            if (pinned && !onPath("taskset")) {
                throw new IllegalArgumentException(
                        "workers are pinned by the program taskset, which is not on the PATH: leave '=pinned' out");
            }
        }

        @Override
        public Executor open(int devices, String setting, Path folder) {
            return new ProcessExecutor(devices, setting.equals("pinned"));
        }

        private static boolean onPath(String program) {
            return Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        }
    }
}

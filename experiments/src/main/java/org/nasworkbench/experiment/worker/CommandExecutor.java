package org.nasworkbench.experiment.worker;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program of the user's that has {@code nas eval REQUEST RESULT} run somewhere and comes back when that is over: how Slurm, Kubernetes or
 * any other scheduler does a study's work. The run's folder must be in a place that all its machines see under the same name.
 */
final class CommandExecutor implements Executor {
    private final int devices;
    private final Path program;
    private final Path folder;

    private CommandExecutor(int devices, Path program, Path folder) {
        this.devices = devices;
        this.program = program;
        this.folder = folder;
    }

    @Override
    public int devices() {
        return devices;
    }

    @Override
    public Worker start(int device) {
        return new CommandWorker(program, folder);
    }

    /** The plug-in. */
    public static final class Provider implements ExecutorProvider {
        @Override
        public String name() {
            return "command";
        }

        @Override
        public String setting() {
            return "the program, which gets REQUEST.json and RESULT.json and ends when 'nas eval' has";
        }

        @Override
        public void require(int devices, String setting) {
            Path program = Path.of(setting).toAbsolutePath();
            if (setting.isEmpty() || !Files.isRegularFile(program) || !Files.isExecutable(program)) {
                throw new IllegalArgumentException(
                        "workers of the kind command need a program that can be executed, such as"
                                + " command:16=experiments/clusters/slurm.sh, but had '" + setting + "'");
            }
        }

        @Override
        public Executor open(int devices, String setting, Path folder) {
            return new CommandExecutor(devices, Path.of(setting).toAbsolutePath(), folder.toAbsolutePath());
        }
    }
}

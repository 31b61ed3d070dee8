package org.nasworkbench.experiment.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.serve.StudyServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows runs in a browser on this machine, while they go on. */
@Command(
        name = "serve",
        description = "Shows runs in a browser on this machine, live while they go on; ends with Ctrl-C.")
final class ServeCommand implements Callable<Integer> {
    private static final long LOOK_MILLIS = 2000;

    @Parameters(
            paramLabel = "RUN",
            arity = "0..*",
            defaultValue = "runs",
            description = "folders of runs, or folders with runs right below them (default: ${DEFAULT-VALUE})")
    private List<Path> runs;

    @Option(names = "--port", paramLabel = "PORT", description = "0 for any that is free (default: ${DEFAULT-VALUE})")
    private int port = 8627;

    @Override
    public Integer call() throws Exception {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("--port must be 0 to 65535, but was " + port);
        }
        try (StudyServer server = new StudyServer(runs, port, LOOK_MILLIS)) {
            System.out.println("http://localhost:" + server.port() + "/");
            Thread.sleep(Long.MAX_VALUE);
        }
        return 0;
    }
}

package org.nasworkbench.experiment.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.nasworkbench.experiment.run.LatencyStock;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.worker.ExecutorSpec;
import picocli.CommandLine.Option;

/** How many workers, and where measured latency tables are kept. */
final class WorkerOptions {
    @Option(
            names = "--workers",
            paramLabel = "N|KIND:N=SETTING",
            description =
                    "who does the work: so many worker processes (default: the study's key executor, or one per core),"
                            + " in-process, command:N=PROGRAM, spark:N=MASTER; changes the time it takes, never a result")
    private Optional<String> workers = Optional.empty();

    @Option(
            names = "--latency-dir",
            paramLabel = "DIR",
            description = "where measured latency tables are kept (default: ${DEFAULT-VALUE})")
    private Path latencies = Path.of("latency");

    @Option(
            names = "--patience",
            paramLabel = "MINUTES",
            description = "a worker silent for so long is taken for hung (default: ${DEFAULT-VALUE})")
    private long patienceMinutes = 30;

    /** Who does the work of a study; a plan for them needs not have them here. */
    ExecutorSpec executor(Study study) {
        return asked().or(study::executor).orElseGet(WorkerOptions::local);
    }

    /** Who does work that is asked for without a study. */
    ExecutorSpec executor() {
        return asked().orElseGet(WorkerOptions::local);
    }

    private Optional<ExecutorSpec> asked() {
        return workers.map(ExecutorSpec::parse);
    }

    private static ExecutorSpec local() {
        return ExecutorSpec.processes(Runtime.getRuntime().availableProcessors());
    }

    LatencyStock latencies() {
        return new LatencyStock(latencies);
    }

    Duration patience() {
        return Duration.ofMinutes(patienceMinutes);
    }
}

package org.nasworkbench.experiment.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.experiment.run.StudyRunner;
import org.nasworkbench.experiment.study.InvalidStudyException;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.results.RunKey;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who searches again and again, on the command line. */
final class SearcherOptions {
    @Mixin
    private StudyArgument study;

    @Mixin
    private WorkerOptions workers;

    @Option(names = "--strategy", paramLabel = "NAME", description = "who searches; default: the study's first")
    private Optional<String> strategy;

    Study study() throws IOException, InvalidStudyException {
        return study.read();
    }

    /** The same by another latency table. */
    Study study(Path table) throws IOException, InvalidStudyException {
        return study.by(table);
    }

    Optional<String> strategy() {
        return strategy;
    }

    int threads(Study read) {
        return workers.executor(read).devices();
    }

    /** Runs a study, telling how it goes on, to its end; returns the runs that failed, with the reason. */
    Map<RunKey, String> run(Study read, RunFolder folder) throws IOException, InterruptedException {
        return new StudyRunner(
                        read,
                        folder,
                        workers.executor(read).required(),
                        workers.patience(),
                        workers.latencies(),
                        System.err)
                .run();
    }
}

package org.nasworkbench.experiment.cli;

import java.io.IOException;
import java.util.Optional;
import org.nasworkbench.experiment.study.InvalidStudyException;
import org.nasworkbench.experiment.study.Study;
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

    Optional<String> strategy() {
        return strategy;
    }

    int threads(Study read) {
        return workers.executor(read).devices();
    }
}

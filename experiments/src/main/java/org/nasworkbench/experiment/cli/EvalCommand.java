package org.nasworkbench.experiment.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.worker.Evaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One piece of work as a process of its own. */
@Command(
        name = "eval",
        description =
                "Does one piece of work of a study: what a scheduler starts on one of its machines. While it goes on,"
                        + " RESULT.json.alive tells how far it is.")
final class EvalCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "REQUEST.json",
            description = "as a study with --workers command:N=PROGRAM writes it")
    private Path request;

    @Parameters(index = "1", paramLabel = "RESULT.json", description = "is there once the work has ended, well or not")
    private Path result;

    @Override
    public Integer call() throws IOException {
        return Evaluation.perform(request, result) ? 0 : Nas.FAILED;
    }
}

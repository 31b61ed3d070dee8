package org.nasworkbench.experiment.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.experiment.run.StudyOutputs;
import org.nasworkbench.experiment.run.StudyRunner;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StudyResults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a study; goes on where a run was interrupted. */
@Command(
        name = "run",
        description = "Runs every strategy and seed of a study, then draws tables, figures and the report.")
final class RunCommand implements Callable<Integer> {
    @Mixin
    private StudyArgument study;

    @Mixin
    private WorkerOptions workers;

    @Option(names = "--out", paramLabel = "DIR", description = "folder of the run (default: runs/<study>)")
    private Path out;

    @Option(names = "--fresh", description = "forgets an earlier run of the study in that folder")
    private boolean fresh;

    @Option(names = "--json", description = "prints the results as JSON on standard output")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Study read = study.read();
        RunFolder folder = new RunFolder(out == null ? Path.of("runs", read.name()) : out);
        if (fresh) {
            folder.clear();
        }
        Map<RunKey, String> failures = new StudyRunner(
                        read, folder, workers.executor(read), workers.patience(), workers.latencies(), System.err)
                .run();
        StudyResults results = StudyOutputs.write(folder);
        Printed.results(results, json);
        if (!json) {
            System.out.println();
            System.out.println(StudyOutputs.balance(results));
            System.out.println("report: " + folder.report());
        }
        failures.forEach((run, why) -> System.err.println(run + " failed: " + why));
        return failures.isEmpty() ? 0 : Nas.FAILED;
    }
}

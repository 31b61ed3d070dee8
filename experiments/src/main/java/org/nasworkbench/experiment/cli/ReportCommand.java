package org.nasworkbench.experiment.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.experiment.run.StudyOutputs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes tables, figures and report again. */
@Command(name = "report", description = "Makes tables, figures and the report again from what is stored.")
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", arity = "1..*", description = "folders of runs")
    private List<Path> runs;

    @Option(names = "--json", description = "prints the results as JSON on standard output")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        for (Path run : runs) {
            Printed.results(StudyOutputs.write(new RunFolder(run)), json);
        }
        return 0;
    }
}

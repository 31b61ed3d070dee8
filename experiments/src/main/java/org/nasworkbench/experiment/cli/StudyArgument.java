package org.nasworkbench.experiment.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nasworkbench.experiment.study.InvalidStudyException;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.StudyReader;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A study's file with changes from the command line. */
final class StudyArgument {
    @Parameters(paramLabel = "STUDY.yaml", description = "the study")
    private Path file;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "changes a key, such as budget.trials=30")
    private List<String> changes = List.of();

    Study read() throws IOException, InvalidStudyException {
        return StudyReader.read(file, changes);
    }

    /** The same by another latency table. */
    Study by(Path table) throws IOException, InvalidStudyException {
        List<String> more = new ArrayList<>(changes);
        more.add("latency.table='" + table.toAbsolutePath().toString().replace("'", "''") + "'");
        return StudyReader.read(file, more);
    }
}

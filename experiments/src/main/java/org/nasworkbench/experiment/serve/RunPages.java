package org.nasworkbench.experiment.serve;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.experiment.run.StudyOutputs;
import org.nasworkbench.figures.report.Report;
import org.nasworkbench.figures.report.ReportDocuments;
import org.nasworkbench.figures.report.RunList;
import org.nasworkbench.results.StoreException;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyResults;

/** The pages of runs, and what tells that they have changed. */
final class RunPages {
    private static final String NOTHING = "This run has not begun.";

    private final ServedRuns runs;

    RunPages(ServedRuns runs) {
        this.runs = runs;
    }

    /** The page that lists all runs. */
    String list() throws IOException {
        List<RunList.Line> lines = new ArrayList<>();
        for (Map.Entry<String, RunFolder> run : runs.byName().entrySet()) {
            Read read = read(run.getValue());
            lines.add(new RunList.Line(run.getKey(), address(run.getKey()), read.results(), read.otherwise()));
        }
        return RunList.page(lines);
    }

    /** The page of a run, or only what changes of it; empty where there is no such run. */
    Optional<String> page(String name, boolean contentAlone) throws IOException {
        RunFolder folder = runs.byName().get(name);
        if (folder == null) {
            return Optional.empty();
        }
        String mark = mark(folder); // before the results: what comes in between is shown, and told once more
        Read read = read(folder);
        if (read.results().isEmpty()) {
            return Optional.of(RunList.waiting(name, read.otherwise()));
        }
        StudyResults results = read.results().get();
        ReportDocuments documents = StudyOutputs.documents(results, folder);
        return Optional.of(
                contentAlone
                        ? Report.liveContent(results, documents)
                        : Report.live(results, documents, address(name) + "/events", mark));
    }

    /** A text that changes with the run; empty where there is no such run. */
    Optional<String> mark(String name) throws IOException {
        return Optional.ofNullable(runs.byName().get(name)).map(RunPages::mark);
    }

    private static String mark(RunFolder folder) {
        try {
            return folder.holdsRun() ? StoredStudy.mark(folder.store()) : NOTHING;
        } catch (IllegalArgumentException | StoreException e) {
            return e.getMessage();
        }
    }

    /**
     * What a record says.
     *
     * @param otherwise why there is nothing: it has not begun, is being made, is damaged or cannot be reached
     */
    private record Read(Optional<StudyResults> results, String otherwise) {}

    private static Read read(RunFolder folder) {
        try {
            return folder.holdsRun()
                    ? new Read(Optional.of(StoredStudy.read(folder.store())), "")
                    : new Read(Optional.empty(), NOTHING);
        } catch (IllegalArgumentException | StoreException e) {
            return new Read(Optional.empty(), e.getMessage());
        }
    }

    private static String address(String name) {
        return "/run/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

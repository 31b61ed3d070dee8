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
import org.nasworkbench.figures.report.RunList;
import org.nasworkbench.results.StoreException;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyResults;

/** The pages of runs, and what tells that they have changed. */
final class RunPages {
    /** The mark of a run that has not begun, or whose record is being made. */
    private static final String NOTHING = "nothing yet";

    private final ServedRuns runs;

    RunPages(ServedRuns runs) {
        this.runs = runs;
    }

    /** The page that lists all runs. */
    String list() throws IOException {
        List<RunList.Line> lines = new ArrayList<>();
        for (Map.Entry<String, RunFolder> run : runs.byName().entrySet()) {
            lines.add(new RunList.Line(run.getKey(), address(run.getKey()), results(run.getValue())));
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
        Optional<StudyResults> results = results(folder);
        if (results.isEmpty()) {
            return Optional.of(RunList.waiting(name));
        }
        var documents = StudyOutputs.documents(results.get(), folder);
        return Optional.of(
                contentAlone
                        ? Report.liveContent(results.get(), documents)
                        : Report.live(results.get(), documents, address(name) + "/events", mark));
    }

    /** A text that changes with the run; empty where there is no such run. */
    Optional<String> mark(String name) throws IOException {
        return Optional.ofNullable(runs.byName().get(name)).map(RunPages::mark);
    }

    private static String mark(RunFolder folder) {
        try {
            return folder.holdsRun() ? StoredStudy.mark(folder.store()) : NOTHING;
        } catch (IllegalArgumentException | StoreException e) {
            return NOTHING;
        }
    }

    /** A record that is being made, or made anew, has nothing to show for a moment. */
    private static Optional<StudyResults> results(RunFolder folder) {
        try {
            return folder.holdsRun() ? Optional.of(StoredStudy.read(folder.store())) : Optional.empty();
        } catch (IllegalArgumentException | StoreException e) {
            return Optional.empty();
        }
    }

    private static String address(String name) {
        return "/run/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

package org.nasworkbench.figures.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nasworkbench.results.StudyResults;

/** Pages about runs as a whole: all of them in a list, and one that has nothing to show. */
public final class RunList {
    private static final String RELOAD_SECONDS = "5";

    private RunList() {}

    /**
     * A run in the list.
     *
     * @param otherwise where there are no results, why
     */
    public record Line(String name, String address, Optional<StudyResults> results, String otherwise) {}

    /** The page that lists runs; it loads itself again. */
    public static String page(List<Line> lines) {
        Html html = open("runs");
        html.element("h1", "Runs");
        html.open("div", "class", "wide").open("table").open("thead").open("tr");
        List.of("run", "study", "state", "runs done", "trials", "best score").forEach(head -> html.element("th", head));
        html.close().close().open("tbody");
        for (Line line : lines) {
            html.open("tr")
                    .open("td")
                    .element("a", line.name(), "href", line.address())
                    .close();
            cells(line).forEach(cell -> html.element("td", cell));
            html.close();
        }
        html.close().close().close();
        if (lines.isEmpty()) {
            html.element("p", "There are none yet.");
        }
        return close(html);
    }

    /** The page of a run that has nothing to show, with the reason; it loads itself again. */
    public static String waiting(String name, String why) {
        Html html = open(name);
        html.element("h1", name).element("p", why);
        return close(html);
    }

    private static List<String> cells(Line line) {
        if (line.results().isEmpty()) {
            return List.of("", line.otherwise(), "", "", "");
        }
        StudyResults study = line.results().get();
        long done =
                study.runs().stream().filter(run -> run.status().equals("done")).count();
        boolean atWork = study.sessions().stream().anyMatch(session -> !session.ended());
        OptionalDouble best = study.fullTrials().stream()
                .flatMapToDouble(trial -> trial.score().stream())
                .max();
        return List.of(
                study.name(),
                atWork ? "at work, or cut off" : "ended",
                done + " of " + study.runs().size(),
                Integer.toString(study.trials().size()),
                StrategyTable.number(best, 4));
    }

    private static Html open(String title) {
        Html html = new Html();
        html.own("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "refresh", "content", RELOAD_SECONDS);
        html.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
        html.element("title", title + " – NAS Workbench");
        html.open("style").own(Resource.text("report.css")).close().close();
        return html.open("body").open("main");
    }

    private static String close(Html html) {
        return html.close().close().close().toString();
    }
}

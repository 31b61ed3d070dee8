package org.nasworkbench.figures.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.nasworkbench.figures.Drawing;
import org.nasworkbench.figures.Figure;
import org.nasworkbench.figures.SvgDrawing;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.work.WholeFile;

/** Writes the report of a study: one HTML file with everything in it. */
public final class Report {
    /** A table with a row a run is left to the CSV files where there are more runs than that. */
    static final int MOST_ROWS = 50;

    private Report() {}

    /**
     * Writes or replaces the report.
     *
     * @param figures what it shows as in a paper, in this order
     * @param file {@code report.html}; its folder must exist
     */
    public static void write(StudyResults results, List<Figure> figures, Path file, ReportDocuments documents)
            throws IOException {
        WholeFile.write(file, html(results, figures, documents).getBytes(StandardCharsets.UTF_8));
    }

    /** The page as text; it asks no network for anything. */
    public static String html(StudyResults results, List<Figure> figures, ReportDocuments documents) {
        return page(results, figures, documents, "", "");
    }

    /**
     * The page of a study that may be running, for a server on this machine; without paper figures, which take their time.
     *
     * @param events where the page hears of changes: an address of the same server, whose answer to {@code content} below it is
     *     {@link #liveContent} of that moment
     * @param mark what the server says of the state that is shown; the page asks anew when it hears another one
     */
    public static String live(StudyResults results, ReportDocuments documents, String events, String mark) {
        return page(results, List.of(), documents, events, mark);
    }

    /** What changes of such a page: its text and its numbers, without scripts. */
    public static String liveContent(StudyResults results, ReportDocuments documents) {
        Html html = new Html();
        content(html, results, List.of(), documents, () -> {});
        return html.toString();
    }

    /** A browser draws the charts when it has read so far as the scripts, and reads on then. */
    private static void content(
            Html html, StudyResults results, List<Figure> figures, ReportDocuments documents, Runnable scripts) {
        ReportData data = new ReportData(results, documents);
        html.open("main");
        sections(html, results, documents);
        json(html, "data", data.charts());
        scripts.run();
        if (!figures.isEmpty()) {
            html.element("h2", "Figures as in a paper", "id", "figures");
        }
        figures.forEach(figure -> figure(html, figure.of(results)));
        json(html, "series", data.series());
        html.close();
    }

    private static void json(Html html, String name, String numbers) {
        html.open("script", "type", "application/json", "id", name).own(numbers).close();
    }

    private static String page(
            StudyResults results, List<Figure> figures, ReportDocuments documents, String events, String mark) {
        Html html = new Html();
        html.own("<!DOCTYPE html>\n").open("html", "lang", "en");
        head(html, results.name(), !events.isEmpty());
        html.open("body", "data-events", events, "data-mark", mark);
        content(html, results, figures, documents, () -> Scripts.write(html));
        html.close().close();
        return html.toString();
    }

    private static void sections(Html html, StudyResults results, ReportDocuments documents) {
        new Headline(results).write(html);
        Charts.without(html);
        new StrategyTable(results).write(html);
        Charts.chart(html, "strategies", "what each strategy's chosen networks are worth, run by run, with intervals");
        Charts.trials(html);
        html.element("h2", "Best so far", "id", "best");
        Charts.chart(html, "best", "the best value so far against what was spent");
        new VerdictTables(results).write(html);
        new AboveRandom(results).write(html);
        new FrontTable(results).write(html);
        new FidelitySection(results).write(html);
        new PublishedComparison(results).write(html);
        new ChosenNetworks(results).write(html);
        new LedgerSection(results, documents.ledgerBalance()).write(html);
        Charts.chart(html, "ledger", "device time by strategy and category");
        Charts.price(html);
        new SearchHealth(results).write(html);
        new TestOpenings(results).write(html);
        new Failures(results).write(html);
        new Documents(results, documents).write(html);
    }

    private static void head(Html html, String name, boolean live) {
        html.open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; script-src "
                        + Scripts.policy()
                        + (live ? "; connect-src 'self'" : ""));
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", name + " – NAS Workbench");
        html.open("style").own(Resource.text("report.css")).close();
        html.close();
    }

    private static void figure(Html html, Drawing drawing) {
        boolean page = drawing.size().widthPoints() > 300;
        html.element("h3", drawing.title());
        html.open("figure", "class", page ? "page" : "column", "id", drawing.name());
        String picture = Base64.getEncoder().encodeToString(SvgDrawing.file(drawing));
        html.open("div", "class", "paper");
        html.empty("img", "alt", drawing.title(), "loading", "lazy", "src", "data:image/svg+xml;base64," + picture);
        html.close();
        html.element("figcaption", drawing.caption()).close();
    }
}

package org.nasworkbench.figures.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.nasworkbench.figures.Drawing;
import org.nasworkbench.figures.Figure;
import org.nasworkbench.figures.SvgDrawing;
import org.nasworkbench.figures.WholeFile;
import org.nasworkbench.results.StudyResults;

/** Writes the report of a study: one HTML file with everything in it. */
public final class Report {
    /** A table with a row a run is left to the CSV files where there are more runs than that. */
    static final int MOST_ROWS = 50;

    private Report() {}

    /**
     * Writes or replaces the report.
     *
     * @param figures what it shows, in this order
     * @param file {@code report.html}; its folder must exist
     * @param ledgerBalance how the ledger's sum compares with the devices' wall-clock; may be blank
     */
    public static void write(StudyResults results, List<Figure> figures, Path file, String ledgerBalance)
            throws IOException {
        WholeFile.write(file, html(results, figures, ledgerBalance).getBytes(StandardCharsets.UTF_8));
    }

    static String html(StudyResults results, List<Figure> figures, String ledgerBalance) {
        Html html = new Html();
        html.own("<!DOCTYPE html>\n").open("html", "lang", "en");
        head(html, results.name());
        html.open("body").open("main");
        new Headline(results).write(html);
        new StrategyTable(results).write(html);
        figures.forEach(figure -> figure(html, figure.of(results)));
        new VerdictTables(results).write(html);
        new AboveRandom(results).write(html);
        new FrontTable(results).write(html);
        new FidelitySection(results).write(html);
        new PublishedComparison(results).write(html);
        new ChosenNetworks(results).write(html);
        new LedgerSection(results, ledgerBalance).write(html);
        new SearchHealth(results).write(html);
        new TestOpenings(results).write(html);
        new Failures(results).write(html);
        html.close().close().close();
        return html.toString();
    }

    private static void head(Html html, String name) {
        html.open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", name + " – NAS Workbench");
        html.open("style").own(Style.SHEET).close();
        html.close();
    }

    private static void figure(Html html, Drawing drawing) {
        boolean page = drawing.size().widthPoints() > 300;
        html.element("h2", drawing.title());
        html.open("figure", "class", page ? "page" : "column", "id", drawing.name());
        html.open("div", "class", "paper").own(SvgDrawing.element(drawing)).close();
        html.element("figcaption", drawing.caption()).close();
    }
}

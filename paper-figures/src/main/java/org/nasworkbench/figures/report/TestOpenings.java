package org.nasworkbench.figures.report;

import java.util.OptionalDouble;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.Final;

/** Every time that the sealed test split was opened. */
record TestOpenings(StudyResults results) {
    void write(Html html) {
        html.element("h2", "Test split");
        if (results.finals().isEmpty()) {
            html.element("p", "The sealed test split was not opened: no chosen network was trained to the end.");
            return;
        }
        html.element(
                "p", "Searches never see the test split; it is opened once for each final training.", "class", "note");
        Table table = new Table(
                "strategy",
                "seed #",
                "final seed #",
                "opened (UTC)",
                "test mIoU #",
                "pixel accuracy #",
                "training #",
                "status");
        for (Final row : results.finals()) {
            table.row(
                    row.strategy(),
                    Long.toString(row.seed()),
                    Long.toString(row.finalSeed()),
                    Moment.text(row.testOpenedMillis()),
                    StrategyTables.number(row.score(), 3),
                    StrategyTables.number(accuracy(row), 3),
                    Seconds.text(row.deviceSeconds()),
                    row.status());
        }
        table.write(html);
    }

    private static OptionalDouble accuracy(Final row) {
        Double accuracy = row.metrics().get("test_pixel_accuracy");
        return accuracy == null ? OptionalDouble.empty() : OptionalDouble.of(accuracy);
    }
}

package org.nasworkbench.figures.report;

import java.util.OptionalDouble;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.Final;

/** Every time that the sealed test split was opened; nothing where it never was, as in a study on a table. */
record TestOpenings(StudyResults results) {
    void write(Html html) {
        long opened = results.finals().stream()
                .filter(row -> row.testOpenedMillis() > 0)
                .count();
        if (opened == 0) {
            return;
        }
        html.element("h2", "Test split");
        html.element(
                "p", "Searches never see the test split; it is opened once for each final training.", "class", "note");
        if (opened > Report.MOST_ROWS) {
            html.element("p", "It was opened " + opened + " times; finals.csv says when and by whom.");
            return;
        }
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
                    StrategyTable.number(row.score(), 3),
                    StrategyTable.number(accuracy(row), 3),
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

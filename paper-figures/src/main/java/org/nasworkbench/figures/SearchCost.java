package org.nasworkbench.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.ValueAxis;
import org.nasworkbench.figures.SearchCostGroup.Kind;
import org.nasworkbench.figures.SearchCostGroup.Row;
import org.nasworkbench.results.Projection;
import org.nasworkbench.results.Published;
import org.nasworkbench.results.StudyResults;

/**
 * What searches cost, from thousands of trainings to ten: this study's by its table's record, published ones, and the article's
 * projection, on one log axis of device-days and in money.
 */
public final class SearchCost implements Figure {
    private static final double HEADER = 13;
    private static final double HEADING = 13;
    private static final double ROW = 10.5;
    private static final double GAP = 4;
    private static final double LONGEST_NAME = 100;

    /** Where the columns right of the frame end, and where the last begins and ends, in points from the frame. */
    private static final double DAYS = 42;

    private static final double DOLLARS = 80;
    private static final double BAND = 84;
    private static final double BAND_END = 154;

    private static final Shape CIRCLE = new Ellipse2D.Double(-2.3, -2.3, 4.6, 4.6);
    private static final double SQUARE = 6;

    @Override
    public String name() {
        return "search-cost";
    }

    @Override
    public String title() {
        return "Cost of searches, simulated, published and projected";
    }

    @Override
    public boolean appliesTo(StudyResults results) {
        return results.simulated();
    }

    @Override
    public Size size(StudyResults results) {
        double height = HEADER + DotPanel.BELOW + 1;
        for (SearchCostGroup group : groups(results)) {
            height += height(group);
        }
        return Size.page(height);
    }

    @Override
    public String caption(StudyResults results) {
        Projection price = results.projection();
        return "What searches cost in device-days, on a log axis. Simulated, filled: what the table recorded for the"
                + " trainings of each strategy of this study, mean over seeds (" + seeds(results)
                + "); whiskers: least to most. Published, open: GPU-days of other searches on "
                + SearchCostGroup.DATASET
                + ", as stated by " + sources()
                + ". Projected, hatched: not measured, the article's 1,000 trainings of one GPU-day each and its"
                + " supernet of ten. Tasks and devices differ between the groups: compare orders of magnitude. Money:"
                + " device-days at "
                + Numbers.dollars(price.dollarsPerGpuDay()) + " each"
                + (hasBand(price) ? ", in grey at " + band(1, price) + " each" : "") + ". Assumptions: "
                + price.source() + ".";
    }

    @Override
    public void paint(Graphics2D g, Size size, StudyResults results) {
        StrategyStyles styles = new StrategyStyles(results);
        List<SearchCostGroup> groups = groups(results);
        double left = 8 + namesWidth(groups);
        Projection price = results.projection();
        double right = size.widthPoints() - (hasBand(price) ? BAND_END : DOLLARS + 3);
        double height = size.heightPoints() - HEADER - DotPanel.BELOW - 1;
        DotPanel panel = new DotPanel(g, new Rectangle2D.Double(left, HEADER, right - left, height), axis(groups));
        panel.draw();
        amounts(
                panel,
                HEADER - 4,
                Lettering.QUIET,
                "device-days",
                "at " + Numbers.dollars(price.dollarsPerGpuDay()),
                hasBand(price) ? "at " + band(1, price) : "");
        double y = HEADER;
        for (SearchCostGroup group : groups) {
            if (y > HEADER) {
                panel.guide(y, Axes.FRAME);
            }
            Lettering.draw(g, group.kind().heading(), Lettering.LABEL, Lettering.INK, 3, y + HEADING - 3.5, 0);
            for (int row = 0; row < group.rows().size(); row++) {
                double middle = y + HEADING + (row + 0.5) * ROW;
                mark(panel, middle, group.kind(), group.rows().get(row), styles);
                texts(panel, middle + 2.5, group.rows().get(row), price);
            }
            y += height(group);
        }
    }

    private static void mark(DotPanel panel, double y, Kind kind, Row row, StrategyStyles styles) {
        panel.guide(y, Axes.GRID);
        if (row.days() == 0) {
            return;
        }
        switch (kind) {
            case SIMULATED -> {
                StrategyStyle style = styles.of(row.name());
                panel.whisker(y, row.leastDays(), row.mostDays(), style.color());
                panel.mark(y, row.days(), style.marker(2.3), style.color(), style.color());
            }
            case PUBLISHED -> panel.mark(y, row.days(), CIRCLE, Color.WHITE, Lettering.INK);
            case PROJECTED -> {
                double corner = panel.x(row.days()) - SQUARE / 2;
                Rectangle2D box = new Rectangle2D.Double(corner, y - SQUARE / 2, SQUARE, SQUARE);
                panel.g().setColor(Color.WHITE);
                panel.g().fill(box);
                Hatching.draw(panel.g(), box, Lettering.INK, 2);
            }
        }
    }

    private static void texts(DotPanel panel, double y, Row row, Projection price) {
        String name = Lettering.fitted(row.name(), Lettering.SMALL, LONGEST_NAME);
        Lettering.draw(
                panel.g(), name, Lettering.SMALL, Lettering.INK, panel.frame().getMinX() - 4, y, 1);
        if (row.days() == 0) {
            amounts(panel, y, Lettering.QUIET, "none", "", "");
        } else {
            amounts(
                    panel,
                    y,
                    Lettering.INK,
                    Numbers.rounded(row.days()),
                    Numbers.dollars(row.days() * price.dollarsPerGpuDay()),
                    hasBand(price) ? band(row.days(), price) : "");
        }
    }

    /** Three columns right of the frame. */
    private static void amounts(DotPanel panel, double y, Color color, String days, String dollars, String band) {
        double end = panel.frame().getMaxX();
        Lettering.draw(panel.g(), days, Lettering.SMALL, color, end + DAYS, y, 1);
        Lettering.draw(panel.g(), dollars, Lettering.SMALL, color, end + DOLLARS, y, 1);
        Lettering.draw(panel.g(), band, Lettering.SMALL, Lettering.QUIET, end + BAND, y, 0);
    }

    private static boolean hasBand(Projection price) {
        return price.lowestDollarsPerGpuDay() < price.highestDollarsPerGpuDay();
    }

    private static String band(double days, Projection price) {
        return Numbers.dollars(days * price.lowestDollarsPerGpuDay()) + "–"
                + Numbers.dollars(days * price.highestDollarsPerGpuDay());
    }

    private static ValueAxis axis(List<SearchCostGroup> groups) {
        double[] days = groups.stream()
                .flatMap(group -> group.rows().stream())
                .filter(row -> row.days() > 0)
                .flatMapToDouble(row -> DoubleStream.of(row.leastDays(), row.mostDays()))
                .toArray();
        return Axes.logarithmic("Device-days (log scale)", Axes.aroundLogarithmic(days, 0.05), 7, Numbers::rounded);
    }

    private static double namesWidth(List<SearchCostGroup> groups) {
        double widest = 0;
        for (SearchCostGroup group : groups) {
            widest = Math.max(widest, Lettering.width(group.kind().heading(), Lettering.LABEL));
            for (Row row : group.rows()) {
                widest = Math.max(widest, Math.min(LONGEST_NAME, Lettering.width(row.name(), Lettering.SMALL)));
            }
        }
        return widest;
    }

    private static double height(SearchCostGroup group) {
        return HEADING + ROW * group.rows().size() + GAP;
    }

    private static List<SearchCostGroup> groups(StudyResults results) {
        return SearchCostGroup.of(results, new StrategyStyles(results).strategies());
    }

    private static String seeds(StudyResults results) {
        Map<String, Long> counts = results.runs().stream()
                .filter(run -> run.simulatedSeconds() > 0)
                .collect(Collectors.groupingBy(StudyResults.Run::strategy, Collectors.counting()));
        long least = counts.values().stream().mapToLong(n -> n).min().orElse(0);
        long most = counts.values().stream().mapToLong(n -> n).max().orElse(0);
        return "n = " + least + (most > least ? " to " + most : "");
    }

    private static String sources() {
        return SearchCostGroup.published().stream()
                .collect(Collectors.groupingBy(
                        Published.SearchCost::source,
                        LinkedHashMap::new,
                        Collectors.mapping(Published.SearchCost::method, Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(source -> source.getKey() + " (" + source.getValue() + ")")
                .collect(Collectors.joining("; "));
    }
}

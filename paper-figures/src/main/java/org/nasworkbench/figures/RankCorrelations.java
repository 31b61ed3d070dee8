package org.nasworkbench.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.Range;
import org.nasworkbench.results.CorrelationTable;
import org.nasworkbench.results.CorrelationTable.Row;

/**
 * How well columns rank networks as a target does: a row a column, sorted by Kendall's tau, with both coefficients and their
 * intervals.
 *
 * @param name of its files
 */
public record RankCorrelations(String name, CorrelationTable table) implements Drawing {
    private static final String AXIS = "Rank correlation";
    private static final String TAU = "Kendall’s τ";
    private static final String RHO = "Spearman’s ρ";
    private static final double LEGEND = 13;
    private static final double ROW = 11;
    private static final double LONGEST_LABEL = 88;

    /** How far a coefficient lies from the middle of its row, so that its interval does not cover the other's. */
    private static final double ASIDE = 1.9;

    private static final Color DARK = Lettering.INK;
    private static final Color LIGHT = new Color(0x9A9A9A);
    private static final Shape CIRCLE = StrategyStyle.at(0).marker(2);
    private static final Shape DIAMOND = StrategyStyle.at(3).marker(2);
    private static final BasicStroke LINE = new BasicStroke(0.9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    @Override
    public String title() {
        return table.title();
    }

    @Override
    public Size size() {
        return Size.column(LEGEND + ROW * Math.max(1, table.rows().size()) + DotPanel.BELOW + 1);
    }

    @Override
    public String caption() {
        int least = table.rows().stream().mapToInt(Row::n).min().orElse(0);
        int most = table.rows().stream().mapToInt(Row::n).max().orElse(0);
        return AXIS + " with " + table.target() + ": " + TAU
                + " (dark circles, by which the rows are sorted) and "
                + RHO + " (light diamonds). Lines: 95 % confidence intervals. n = " + Numbers.rounded(least)
                + (most > least ? " to " + Numbers.rounded(most) : "") + " networks a row.";
    }

    @Override
    public void paint(Graphics2D g) {
        double width = size().widthPoints();
        List<Row> rows = table.rows().stream()
                .sorted(Comparator.comparingDouble(Row::kendall).reversed())
                .toList();
        double left = 6
                + rows.stream()
                        .mapToDouble(row -> Lettering.width(label(row), Lettering.SMALL))
                        .max()
                        .orElse(0);
        new Legend()
                .line(TAU, DARK, LINE, CIRCLE)
                .line(RHO, LIGHT, LINE, DIAMOND)
                .draw(g, left, 1, width - left);
        double height = size().heightPoints() - LEGEND - DotPanel.BELOW - 1;
        DotPanel panel =
                new DotPanel(g, new Rectangle2D.Double(left, LEGEND, width - left - 6, height), axis(width - left));
        panel.draw();
        for (int i = 0; i < rows.size(); i++) {
            row(panel, rows.get(i), LEGEND + (i + 0.5) * ROW);
        }
        if (rows.isEmpty()) {
            Axes.empty(g, panel.frame(), "nothing to compare");
        }
    }

    private static void row(DotPanel panel, Row row, double y) {
        Lettering.draw(
                panel.g(),
                label(row),
                Lettering.SMALL,
                Lettering.INK,
                panel.frame().getMinX() - 4,
                y + 2.5,
                1);
        panel.guide(y, Axes.GRID);
        panel.whisker(y + ASIDE, row.spearmanLow(), row.spearmanHigh(), LIGHT);
        panel.mark(y + ASIDE, row.spearman(), DIAMOND, LIGHT, LIGHT);
        panel.whisker(y - ASIDE, row.kendallLow(), row.kendallHigh(), DARK);
        panel.mark(y - ASIDE, row.kendall(), CIRCLE, DARK, DARK);
    }

    /** From 0, or from below the lowest interval, to 1. */
    private ValueAxis axis(double room) {
        double lowest = table.rows().stream()
                .flatMapToDouble(row -> DoubleStream.of(row.kendallLow(), row.spearmanLow()))
                .min()
                .orElse(0);
        String whole = AXIS + " with " + table.target();
        String label = Lettering.width(whole, Lettering.LABEL) <= room ? whole : AXIS;
        return Axes.linear(label, new Range(lowest < 0 ? lowest - 0.02 : 0, 1), 7);
    }

    private static String label(Row row) {
        return Lettering.fitted(row.label(), Lettering.SMALL, LONGEST_LABEL);
    }
}

package org.nasworkbench.figures;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.data.Range;

/** The right half of the cost figure: projected dollars on a log axis, hatched, between the article's two numbers. */
record ProjectedBars(ProjectedCost cost, StrategyStyles styles) {
    private static final BasicStroke DASHED =
            new BasicStroke(0.7f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {3, 2}, 0);

    /** Draws a row for each strategy and empty ones below, down to so many. */
    void draw(Graphics2D g, Rectangle2D area, int rows) {
        List<Double> dollars = new ArrayList<>(cost.dollars().values());
        Range range = range(dollars);
        ValueAxis axis = Axes.logarithmic("Projected cost ($, log scale)", range, ProjectedBars::shortDollars);
        BarRenderer renderer = new BarRenderer();
        renderer.setBase(range.getLowerBound());
        renderer.setIncludeBaseInRange(false);
        renderer.setBarPainter(new HatchedBars(
                styles.strategies().stream().map(s -> styles.of(s).color()).toList()));
        BarPanel panel = new BarPanel(axis, renderer);
        for (int row = 0; row < rows; row++) {
            panel.add("projected", row, row < dollars.size() ? dollars.get(row) : 0);
        }
        panel.draw(g, area);
        reference(g, panel, ProjectedCost.ARTICLE_SUPERNET, "supernet $700");
        reference(g, panel, ProjectedCost.ARTICLE_TRAININGS, "1,000 trainings $70k");
        for (int row = 0; row < dollars.size(); row++) {
            double amount = dollars.get(row);
            boolean any = amount > 0;
            panel.label(
                    g, row, any ? amount : range.getLowerBound(), any ? Numbers.dollars(amount) : "nothing to project");
        }
    }

    private static Range range(List<Double> dollars) {
        double[] shown = DoubleStream.concat(
                        dollars.stream().mapToDouble(Double::doubleValue),
                        DoubleStream.of(ProjectedCost.ARTICLE_SUPERNET, ProjectedCost.ARTICLE_TRAININGS))
                .filter(amount -> amount > 0 && Double.isFinite(amount))
                .toArray();
        double least = DoubleStream.of(shown).min().orElseThrow();
        double most = DoubleStream.of(shown).max().orElseThrow();
        return new Range(least / 7, most * 5);
    }

    private static void reference(Graphics2D g, BarPanel panel, double dollars, String text) {
        double x = panel.x(dollars);
        g.setColor(Lettering.QUIET);
        g.setStroke(DASHED);
        g.draw(new Line2D.Double(x, panel.frame().getMinY(), x, panel.frame().getMaxY()));
        Axes.above(g, panel.frame(), x, text);
    }

    private static String shortDollars(double dollars) {
        return dollars >= 1000 ? "$" + Numbers.plain(dollars / 1000, 1) + "k" : "$" + Numbers.plain(dollars, 2);
    }
}

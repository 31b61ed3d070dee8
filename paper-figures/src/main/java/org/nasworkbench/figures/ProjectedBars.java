package org.nasworkbench.figures;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.data.Range;
import org.nasworkbench.results.ProjectedCost;
import org.nasworkbench.results.ProjectedRun;
import org.nasworkbench.results.StudyResults;

/** The right half of the cost figure: projected dollars on a log axis, hatched, between the article's two numbers. */
record ProjectedBars(Map<String, Double> dollarsByStrategy, StrategyStyles styles) {
    private static final BasicStroke DASHED =
            new BasicStroke(0.7f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {3, 2}, 0);

    /** Means over seeds of {@link ProjectedRun}. */
    static ProjectedBars of(StudyResults results, StrategyStyles styles) {
        Map<String, Double> dollars = new LinkedHashMap<>();
        for (String strategy : styles.strategies()) {
            dollars.put(
                    strategy,
                    ProjectedRun.of(results).stream()
                            .filter(run -> run.strategy().equals(strategy))
                            .mapToDouble(run -> run.total().dollars())
                            .average()
                            .orElse(0));
        }
        return new ProjectedBars(dollars, styles);
    }

    /** Draws a row for each strategy and empty ones below, down to so many. */
    void draw(Graphics2D g, Rectangle2D area, int rows) {
        List<Double> dollars = new ArrayList<>(dollarsByStrategy.values());
        Range range = range(dollars);
        ValueAxis axis = Axes.logarithmic("Projected cost ($, log scale)", range, 5, ProjectedBars::shortDollars);
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
        reference(g, panel, ProjectedCost.ARTICLE_SUPERNET.dollars(), "supernet $700");
        reference(g, panel, ProjectedCost.ARTICLE_STAND_ALONE.dollars(), "1,000 trainings $70k");
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
                        DoubleStream.of(
                                ProjectedCost.ARTICLE_SUPERNET.dollars(), ProjectedCost.ARTICLE_STAND_ALONE.dollars()))
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

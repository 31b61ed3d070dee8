package org.nasworkbench.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.Range;
import org.nasworkbench.results.StudyResults;

/** What each strategy cost: measured device time by category on the left, and apart from it the article's scale on the right. */
public final class CostByCategory implements Figure {
    private static final double TITLE = 12;
    private static final double BETWEEN = 22;
    private static final double LONGEST_NAME = 95;

    @Override
    public String name() {
        return "cost";
    }

    @Override
    public String title() {
        return "Cost by category, measured and projected";
    }

    @Override
    public Size size() {
        return Size.page();
    }

    @Override
    public String caption(StudyResults results) {
        StudyResults.Projection projection = results.projection();
        boolean simulated = Clock.of(results).simulated();
        return "Left: "
                + (simulated
                        ? "device time that the table records for each strategy's trainings, mean over seeds"
                        : "measured device time, mean over seeds; whole study: what no strategy caused, summed")
                + ". Right, hatched: not measured but projected, different networks trained (mean over seeds) x "
                + Numbers.plain(projection.gpuDaysPerTraining(), 3) + " GPU-days x "
                + Numbers.dollars(projection.dollarsPerGpuDay())
                + " a GPU-day; a strategy that trains shared weights counts as "
                + Numbers.plain(projection.supernetTrainings(), 3) + " trainings. Assumptions: " + projection.source()
                + ". Dashed: the article's own numbers, $700 for a supernet and $70,000 for 1,000 trainings.";
    }

    @Override
    public void paint(Graphics2D g, Size size, StudyResults results) {
        StrategyStyles styles = new StrategyStyles(results);
        List<String> strategies = styles.strategies();
        MeasuredCost measured = MeasuredCost.of(results, strategies);
        Legend legend = new Legend();
        measured.categories().forEach(category -> legend.patch(category, MeasuredCost.color(category)));
        double names = 14
                + strategies.stream()
                        .map(strategy -> Lettering.fitted(strategy, Lettering.SMALL, LONGEST_NAME))
                        .mapToDouble(name -> Lettering.width(name, Lettering.SMALL))
                        .max()
                        .orElse(0);
        names = Math.max(names, 50);
        double half = (size.widthPoints() - names - BETWEEN - 8) / 2;
        double right = names + half + BETWEEN;
        double below = TITLE + Math.max(9, legend.draw(g, names, TITLE, half)) + 4;
        double height = size.heightPoints() - below - 1;
        Lettering.draw(
                g,
                measured.simulated() ? "Simulated: time that the table records" : "Measured: device time",
                Lettering.LABEL,
                Lettering.INK,
                names,
                9,
                0);
        Lettering.draw(g, "Projected to the article's scale", Lettering.LABEL, Lettering.INK, right, 9, 0);
        Lettering.draw(g, "not measured: assumptions in the caption", Lettering.SMALL, Lettering.QUIET, right, 19, 0);
        BarPanel left = measured(g, new Rectangle2D.Double(names, below, half, height), measured);
        for (int row = 0; row < strategies.size(); row++) {
            name(g, strategies.get(row), styles.of(strategies.get(row)), names, left.y(row));
        }
        Lettering.draw(
                g, "whole study", Lettering.SMALL, Lettering.QUIET, names - 4, left.y(strategies.size()) + 2.5, 1);
        projected(g, new Rectangle2D.Double(right, below, half, height), ProjectedCost.of(results, strategies), styles);
    }

    private static void name(Graphics2D g, String strategy, StrategyStyle style, double right, double y) {
        String name = Lettering.fitted(strategy, Lettering.SMALL, LONGEST_NAME);
        Lettering.draw(g, name, Lettering.SMALL, Lettering.INK, right - 11, y + 2.5, 1);
        g.setColor(style.color());
        g.fill(AffineTransform.getTranslateInstance(right - 6, y).createTransformedShape(style.marker(2.4)));
    }

    private static BarPanel measured(Graphics2D g, Rectangle2D area, MeasuredCost cost) {
        double whole = cost.total(MeasuredCost.WHOLE_STUDY);
        double longest = cost.longest();
        boolean cut = longest > 0 && whole > 2 * longest;
        double most = Math.max(1e-9, cut ? longest : Math.max(longest, whole));
        TimeUnitScale unit = TimeUnitScale.upTo(most);
        Range range = new Range(0, unit.of(most) * 1.2);
        StackedBarRenderer renderer = new StackedBarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        List<String> categories = cost.categories();
        for (int i = 0; i < categories.size(); i++) {
            renderer.setSeriesPaint(i, MeasuredCost.color(categories.get(i)));
        }
        BarPanel panel = new BarPanel(Axes.linear("Device time (" + unit.symbol() + ")", range, 5), renderer);
        List<String> bars = new ArrayList<>(cost.bars().keySet());
        for (String category : categories.isEmpty() ? List.of("none") : categories) {
            for (int row = 0; row < bars.size(); row++) {
                panel.add(category, row, unit.of(cost.bars().get(bars.get(row)).getOrDefault(category, 0.0)));
            }
        }
        panel.draw(g, area);
        for (int row = 0; row < bars.size(); row++) {
            double total = unit.of(cost.total(bars.get(row)));
            String text = Numbers.rounded(total) + " " + unit.symbol();
            if (total > range.getUpperBound()) {
                cut(g, panel, row, text);
            } else {
                Lettering.draw(g, text, Lettering.SMALL, Lettering.INK, panel.x(total) + 3, panel.y(row) + 2.5, 0);
            }
        }
        return panel;
    }

    /** Marks a bar that goes on beyond the frame, so that it does not make all others short. */
    private static void cut(Graphics2D g, BarPanel panel, int row, String text) {
        double end = panel.frame().getMaxX();
        double y = panel.y(row);
        double width = Lettering.width(text, Lettering.SMALL) + 8;
        g.setColor(Color.WHITE);
        g.fill(new Rectangle2D.Double(end - width - 4, y - 8, width + 3.5, 16));
        g.setColor(Lettering.QUIET);
        g.setStroke(new BasicStroke(0.8f));
        for (double x : new double[] {end - width - 5, end - width - 2.5}) {
            g.draw(new Line2D.Double(x - 1.5, y + 6, x + 1.5, y - 6));
        }
        Lettering.draw(g, text, Lettering.SMALL, Lettering.INK, end - 4, y + 2.5, 1);
    }

    private static void projected(Graphics2D g, Rectangle2D area, ProjectedCost cost, StrategyStyles styles) {
        List<String> strategies = styles.strategies();
        double[] shown = DoubleStream.concat(
                        cost.dollars().values().stream().mapToDouble(Double::doubleValue),
                        DoubleStream.of(ProjectedCost.ARTICLE_SUPERNET, ProjectedCost.ARTICLE_TRAININGS))
                .filter(dollars -> dollars > 0 && Double.isFinite(dollars))
                .toArray();
        double least = DoubleStream.of(shown).min().orElseThrow();
        double most = DoubleStream.of(shown).max().orElseThrow();
        Range range = new Range(least / 7, most * 2.2);
        ValueAxis axis = Axes.logarithmic("Projected cost ($, log scale)", range, CostByCategory::shortDollars);
        BarRenderer renderer = new BarRenderer();
        renderer.setBase(range.getLowerBound());
        renderer.setIncludeBaseInRange(false);
        renderer.setBarPainter(new HatchedBars(
                strategies.stream().map(s -> styles.of(s).color()).toList()));
        BarPanel panel = new BarPanel(axis, renderer);
        for (int row = 0; row < strategies.size(); row++) {
            double dollars = cost.dollars().get(strategies.get(row));
            panel.add("projected", row, dollars);
        }
        panel.add("projected", strategies.size(), 0);
        panel.draw(g, area);
        double y = panel.y(strategies.size()) + 2.5;
        reference(g, panel, ProjectedCost.ARTICLE_SUPERNET);
        reference(g, panel, ProjectedCost.ARTICLE_TRAININGS);
        Lettering.draw(g, "supernet $700", Lettering.SMALL, Lettering.QUIET, panel.x(700) + 3, y, 0);
        Lettering.draw(g, "1,000 trainings $70,000", Lettering.SMALL, Lettering.QUIET, panel.x(70_000) - 3, y, 1);
        for (int row = 0; row < strategies.size(); row++) {
            double dollars = cost.dollars().get(strategies.get(row));
            double x = panel.x(dollars > 0 ? dollars : range.getLowerBound());
            String text = dollars > 0 ? Numbers.dollars(dollars) : "nothing trained";
            Lettering.draw(g, text, Lettering.SMALL, Lettering.INK, x + 3, panel.y(row) + 2.5, 0);
        }
    }

    private static void reference(Graphics2D g, BarPanel panel, double dollars) {
        double x = panel.x(dollars);
        g.setColor(Lettering.QUIET);
        g.setStroke(new BasicStroke(0.7f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {3, 2}, 0));
        g.draw(new Line2D.Double(x, panel.frame().getMinY(), x, panel.frame().getMaxY()));
    }

    private static String shortDollars(double dollars) {
        return dollars >= 1000 ? "$" + Numbers.plain(dollars / 1000, 1) + "k" : "$" + Numbers.plain(dollars, 2);
    }
}

package org.nasworkbench.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.Range;

/** The left half of the cost figure: time by category, one bar a strategy and one for the whole study. */
record MeasuredBars(MeasuredCost cost) {
    private static final double ROOM_FOR_TOTALS = 1.22;

    /** Beyond so many times the longest strategy's bar, the whole study's is cut. */
    private static final double CUT_BEYOND = 2;

    BarPanel draw(Graphics2D g, Rectangle2D area) {
        double whole = cost.total(MeasuredCost.WHOLE_STUDY);
        double longest = cost.longest();
        boolean cut = longest > 0 && whole > CUT_BEYOND * longest;
        double most = Math.max(1e-9, cut ? longest : Math.max(longest, whole));
        TimeUnitScale unit = TimeUnitScale.upTo(most);
        Range range = new Range(0, unit.of(most) * ROOM_FOR_TOTALS);
        BarPanel panel = new BarPanel(Axes.linear("Device time (" + unit.symbol() + ")", range, 5), renderer());
        List<String> bars = new ArrayList<>(cost.bars().keySet());
        List<String> categories = cost.categories();
        for (String category : categories.isEmpty() ? List.of("none") : categories) {
            for (int row = 0; row < bars.size(); row++) {
                panel.add(category, row, unit.of(cost.bars().get(bars.get(row)).getOrDefault(category, 0.0)));
            }
        }
        panel.draw(g, area);
        for (int row = 0; row < bars.size(); row++) {
            double total = unit.of(cost.total(bars.get(row)));
            String text = (total < 99.95 ? Numbers.fixed(total, 1) : Numbers.rounded(total)) + " " + unit.symbol();
            if (total > range.getUpperBound()) {
                cut(g, panel, row, text);
            } else {
                panel.label(g, row, total, text);
            }
        }
        return panel;
    }

    private StackedBarRenderer renderer() {
        StackedBarRenderer renderer = new StackedBarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        List<String> categories = cost.categories();
        for (int i = 0; i < categories.size(); i++) {
            renderer.setSeriesPaint(i, MeasuredCost.color(categories.get(i)));
        }
        return renderer;
    }

    /** Marks a bar that goes on beyond the frame, so that it does not make all others short. */
    private static void cut(Graphics2D g, BarPanel panel, int row, String text) {
        double end = panel.frame().getMaxX();
        double y = panel.y(row);
        double from = end - Lettering.width(text, Lettering.SMALL) - 9;
        g.setColor(Color.WHITE);
        g.fill(new Rectangle2D.Double(from, y - 6.2, end - from - 0.3, 12.4));
        g.setColor(Lettering.QUIET);
        g.setStroke(new BasicStroke(0.8f));
        for (double x : new double[] {from - 1, from + 1.5}) {
            g.draw(new Line2D.Double(x - 1.5, y + 6, x + 1.5, y - 6));
        }
        Lettering.draw(g, text, Lettering.SMALL, Lettering.INK, end - 3, y + 2.5, 1);
    }
}

package org.nasworkbench.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.Range;
import org.nasworkbench.figures.BestCurve.Band;
import org.nasworkbench.figures.XyPanel.Point;
import org.nasworkbench.results.StudyResults;

/** The best objective value found so far against device time, shared weights included; random sampling's mean is the floor. */
public final class BestSoFar implements Figure {
    @Override
    public String name() {
        return "best-so-far";
    }

    @Override
    public String title() {
        return "Best objective value against device time";
    }

    @Override
    public Size size(StudyResults results) {
        return Size.column();
    }

    @Override
    public String caption(StudyResults results) {
        BestCurves best = BestCurves.of(results, new StrategyStyles(results).strategies());
        String band = best.band() == Band.MIDDLE_HALF
                ? " (n = " + best.seeds()
                        + " each); bands: the middle half of the seeds, 25th to 75th percentile. The axis of values"
                        + " starts below the lowest value drawn after the first 5 % of time; what is lower is cut off."
                        + " A curve starts when"
                : "; bands: least to most over seeds. A curve starts when";
        return "Best objective value found so far against "
                + Clock.of(results).label().toLowerCase(Locale.ROOT)
                + ", without final training. Lines: median over seeds" + band
                + " every seed has a value, for shared weights after they are trained; its mark is where the last seed"
                + " ends. Horizontal line: the mean of the networks that random sampling drew.";
    }

    @Override
    public void paint(Graphics2D g, Size size, StudyResults results) {
        StrategyStyles styles = new StrategyStyles(results);
        BestCurves best = BestCurves.of(results, styles.strategies());
        double below = legend(styles, best).draw(g, 4, 2, size.widthPoints() - 8) + 5;
        Rectangle2D area = new Rectangle2D.Double(1, below, size.widthPoints() - 8, size.heightPoints() - below - 1);
        TimeUnitScale unit = TimeUnitScale.upTo(best.end());
        double width = best.end() > 0 ? 1.03 * unit.of(best.end()) : 1;
        ValueAxis time = Axes.linear(Clock.of(results).label() + " (" + unit.symbol() + ")", new Range(0, width), 6);
        XyPanel panel = new XyPanel(time, Axes.linear("Best objective value", Axes.around(best.spanned(), 0.06), 5));
        best.curves().forEach((strategy, curve) -> {
            if (!curve.band().isEmpty()) {
                panel.area(scaled(curve.band(), unit), styles.of(strategy).light(0.16));
            }
        });
        best.floor().forEach((strategy, mean) -> {
            List<Point> level = List.of(new Point(0, mean), new Point(width, mean));
            panel.line(level, styles.of(strategy).color(), Axes.FLOOR);
        });
        best.curves().forEach((strategy, curve) -> curve(panel, scaled(curve.median(), unit), styles.of(strategy)));
        Rectangle2D frame = panel.draw(g, area);
        best.floor().forEach((strategy, mean) -> {
            boolean cut = panel.y(mean, frame) > frame.getMaxY();
            String text = cut ? "mean " + Numbers.fixed(mean, 3) + ", below" : "mean";
            double y = Math.min(panel.y(mean, frame), frame.getMaxY()) - 2.5;
            Lettering.draw(g, text, Lettering.SMALL, styles.of(strategy).color(), frame.getMaxX() - 3, y, 1);
        });
        if (best.spanned().length == 0) {
            Axes.empty(g, frame, "no trial has a value");
        }
    }

    private static Legend legend(StrategyStyles styles, BestCurves best) {
        Legend legend = new Legend();
        for (String strategy : styles.strategies()) {
            StrategyStyle style = styles.of(strategy);
            if (best.curves().containsKey(strategy)) {
                legend.line(strategy, style.color(), style.line(1.1f), style.marker(2.4));
            } else {
                legend.line(strategy, style.color(), Axes.FLOOR, null);
            }
        }
        return legend;
    }

    private static void curve(XyPanel panel, List<Point> median, StrategyStyle style) {
        if (!median.isEmpty()) {
            panel.line(median, style.color(), style.line(1.1f));
            panel.marks(List.of(median.get(median.size() - 1)), style.marker(2.4), style.color(), Color.WHITE);
        }
    }

    private static List<Point> scaled(List<Point> points, TimeUnitScale unit) {
        return points.stream().map(p -> new Point(unit.of(p.x()), p.y())).toList();
    }
}

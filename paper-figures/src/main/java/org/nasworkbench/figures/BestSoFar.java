package org.nasworkbench.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.Range;
import org.nasworkbench.figures.XyPanel.Point;
import org.nasworkbench.results.IncumbentBand;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.TrainingLengths;

/**
 * The best objective value found so far against what was spent, in what the study's budget counts; random sampling's mean is the
 * floor.
 */
public final class BestSoFar implements Figure {
    @Override
    public String name() {
        return "best-so-far";
    }

    @Override
    public String title() {
        return "Best objective value against cost";
    }

    @Override
    public boolean appliesTo(StudyResults results) {
        return !results.trials().isEmpty();
    }

    @Override
    public Size size(StudyResults results) {
        return Size.column();
    }

    @Override
    public String caption(StudyResults results) {
        BestCurves best = BestCurves.of(results);
        return "Best objective value found so far against "
                + CostScale.of(best.axis(), 0).what() + ", without final training. Lines: mean over runs; bands: "
                + bands(best)
                + ". A curve stands from where each of its runs has a score, for shared weights after they"
                + " are trained, to where the first of them ends (mark)."
                + floor(best)
                + (best.intervals()
                        ? " The axis of values starts below the lowest value drawn after the first 5 % of the cost;"
                                + " what is lower is cut off."
                        : "")
                + alone(best)
                + TrainingLengths.of(results).sentences().stream()
                        .map(sentence -> " " + sentence)
                        .collect(Collectors.joining());
    }

    private static String alone(BestCurves best) {
        return best.singles().isEmpty()
                ? ""
                : " Thin lines: single runs of "
                        + String.join(", ", best.singles().keySet())
                        + ", since at no cost all of them had a score and none had ended.";
    }

    /** What the bands are; searches of which the same is to be said are said together. */
    private static String bands(BestCurves best) {
        return best.bands().values().stream()
                .filter(band -> !band.points().isEmpty())
                .map(IncumbentBand::words)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String floor(BestCurves best) {
        return best.floor().values().stream()
                .map(floor -> String.format(
                        Locale.ROOT,
                        " Horizontal line: the mean of the %,d networks that random sampling drew.",
                        floor.networks()))
                .collect(Collectors.joining());
    }

    @Override
    public void paint(Graphics2D g, Size size, StudyResults results) {
        StrategyStyles styles = new StrategyStyles(results);
        BestCurves best = BestCurves.of(results);
        double below = legend(styles, best).draw(g, 4, 2, size.widthPoints() - 8) + 5;
        Rectangle2D area = new Rectangle2D.Double(1, below, size.widthPoints() - 8, size.heightPoints() - below - 1);
        CostScale scale = CostScale.of(best.axis(), best.end());
        double width = best.end() > 0 ? 1.03 * scale.of(best.end()) : 1;
        ValueAxis cost = Axes.linear(scale.label(), new Range(0, width), 6);
        XyPanel panel = new XyPanel(cost, Axes.linear("Best objective value", Axes.around(best.spanned(), 0.06), 5));
        best.curves().forEach((strategy, curve) -> {
            if (!curve.band().isEmpty()) {
                panel.area(scale.of(curve.band()), styles.of(strategy).light(0.16));
            }
        });
        best.floor().forEach((strategy, floor) -> {
            List<Point> level = List.of(new Point(0, floor.mean()), new Point(width, floor.mean()));
            panel.line(level, styles.of(strategy).color(), Axes.FLOOR);
        });
        best.singles()
                .forEach((strategy, runs) ->
                        runs.forEach(run -> curve(panel, scale.of(run), styles.of(strategy), 0.6f)));
        best.curves().forEach((strategy, curve) -> curve(panel, scale.of(curve.centre()), styles.of(strategy), 1.1f));
        Rectangle2D frame = panel.draw(g, area);
        best.floor().forEach((strategy, floor) -> {
            boolean cut = panel.y(floor.mean(), frame) > frame.getMaxY();
            String text = cut ? "mean " + Numbers.fixed(floor.mean(), 3) + ", below" : "mean";
            double y = Math.min(panel.y(floor.mean(), frame), frame.getMaxY()) - 2.5;
            Lettering.draw(g, text, Lettering.SMALL, styles.of(strategy).color(), frame.getMaxX() - 3, y, 1);
        });
        if (best.spanned().length == 0) {
            Axes.empty(g, frame, "no curve: see caption");
        }
    }

    private static Legend legend(StrategyStyles styles, BestCurves best) {
        Legend legend = new Legend();
        for (String strategy : styles.strategies()) {
            StrategyStyle style = styles.of(strategy);
            if (best.curves().containsKey(strategy)) {
                String name = strategy + (best.without().contains(strategy) ? " (no curve)" : "");
                legend.line(name, style.color(), style.line(1.1f), style.marker(2.4));
            } else {
                legend.line(strategy, style.color(), Axes.FLOOR, null);
            }
        }
        return legend;
    }

    private static void curve(XyPanel panel, List<Point> centre, StrategyStyle style, float width) {
        if (!centre.isEmpty()) {
            panel.line(centre, style.color(), style.line(width));
            panel.marks(List.of(centre.get(centre.size() - 1)), style.marker(1.3 + width), style.color(), Color.WHITE);
        }
    }
}

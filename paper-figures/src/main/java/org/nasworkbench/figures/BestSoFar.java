package org.nasworkbench.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.Range;
import org.nasworkbench.figures.XyPanel.Point;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.Run;
import org.nasworkbench.results.StudyResults.TrialRow;

/** The best objective value found so far against device time, shared weights included; random sampling's mean is the floor. */
public final class BestSoFar implements Figure {
    private static final String FLOOR = "random-sampling";

    @Override
    public String name() {
        return "best-so-far";
    }

    @Override
    public String title() {
        return "Best objective value against device time";
    }

    @Override
    public Size size() {
        return Size.column();
    }

    @Override
    public String caption(StudyResults results) {
        return "Best objective value found so far against "
                + Clock.of(results).label().toLowerCase(java.util.Locale.ROOT)
                + ", without final training. Lines: median over seeds; bands: least to most over seeds; a curve starts when"
                + " every seed has a value, after shared weights are trained where a strategy trains them, and its mark is where"
                + " its last seed ends. Horizontal line: the mean of random sampling's networks.";
    }

    @Override
    public void paint(Graphics2D g, Size size, StudyResults results) {
        StrategyStyles styles = new StrategyStyles(results);
        Map<String, BestCurve> curves = curves(results, styles);
        OptionalDouble floor = floor(results);
        Legend legend = new Legend();
        for (String strategy : styles.strategies()) {
            StrategyStyle style = styles.of(strategy);
            boolean isFloor = isFloor(results, strategy);
            legend.line(
                    isFloor ? strategy + " (mean)" : strategy,
                    style.color(),
                    isFloor ? Axes.FLOOR : style.line(1.1f),
                    isFloor ? null : style.marker(2.4));
        }
        double below = legend.draw(g, 4, 2, size.widthPoints() - 8) + 5;
        Rectangle2D area = new Rectangle2D.Double(1, below, size.widthPoints() - 8, size.heightPoints() - below - 1);
        TimeUnitScale unit = TimeUnitScale.upTo(last(curves));
        XyPanel panel = panel(results, curves, floor, unit);
        double end = Math.max(unit.of(last(curves)), 1e-9) * 2;
        curves.forEach((strategy, curve) -> {
            if (!curve.band().isEmpty()) {
                panel.area(scaled(curve.band(), unit), styles.of(strategy).light(0.16));
            }
        });
        for (String strategy : styles.strategies()) {
            if (isFloor(results, strategy) && floor.isPresent()) {
                double height = floor.getAsDouble();
                panel.line(
                        List.of(new Point(0, height), new Point(end, height)),
                        styles.of(strategy).color(),
                        Axes.FLOOR);
            }
        }
        curves.forEach((strategy, curve) -> {
            StrategyStyle style = styles.of(strategy);
            List<Point> median = scaled(curve.median(), unit);
            panel.line(median, style.color(), style.line(1.1f));
            if (!median.isEmpty()) {
                panel.marks(
                        List.of(median.get(median.size() - 1)), style.marker(2.4), style.color(), java.awt.Color.WHITE);
            }
        });
        Rectangle2D frame = panel.draw(g, area);
        if (curves.values().stream().allMatch(curve -> curve.median().isEmpty()) && floor.isEmpty()) {
            Axes.empty(g, frame, "no trial has a value");
        }
    }

    private static XyPanel panel(
            StudyResults results, Map<String, BestCurve> curves, OptionalDouble floor, TimeUnitScale unit) {
        double last = unit.of(last(curves));
        ValueAxis x = Axes.linear(
                Clock.of(results).label() + " (" + unit.symbol() + ")", new Range(0, last > 0 ? 1.03 * last : 1), 6);
        double[] heights = DoubleStream.concat(
                        curves.values().stream().flatMapToDouble(curve -> DoubleStream.of(curve.heights())),
                        floor.stream())
                .toArray();
        return new XyPanel(x, Axes.linear("Best objective value", Axes.around(heights, 0.06), 5));
    }

    private static Map<String, BestCurve> curves(StudyResults results, StrategyStyles styles) {
        Clock clock = Clock.of(results);
        Map<String, BestCurve> curves = new LinkedHashMap<>();
        for (String strategy : styles.strategies()) {
            if (isFloor(results, strategy)) {
                continue;
            }
            List<List<Point>> seeds = new ArrayList<>();
            double end = 0;
            for (long seed : seeds(results, strategy)) {
                seeds.add(clock.values(strategy, seed));
                end = Math.max(end, clock.end(strategy, seed));
            }
            curves.put(strategy, BestCurve.of(seeds, end));
        }
        return curves;
    }

    private static long[] seeds(StudyResults results, String strategy) {
        return results.trials().stream()
                .filter(t -> t.strategy().equals(strategy))
                .mapToLong(TrialRow::seed)
                .distinct()
                .toArray();
    }

    private static OptionalDouble floor(StudyResults results) {
        return results.trials().stream()
                .filter(t -> isFloor(results, t.strategy()) && t.value().isPresent())
                .mapToDouble(t -> t.value().getAsDouble())
                .average();
    }

    private static boolean isFloor(StudyResults results, String strategy) {
        return results.runs().stream()
                .filter(run -> run.strategy().equals(strategy))
                .map(Run::type)
                .anyMatch(FLOOR::equals);
    }

    private static double last(Map<String, BestCurve> curves) {
        return curves.values().stream()
                .flatMap(curve -> curve.median().stream())
                .mapToDouble(Point::x)
                .max()
                .orElse(0);
    }

    private static List<Point> scaled(List<Point> points, TimeUnitScale unit) {
        return points.stream().map(p -> new Point(unit.of(p.x()), p.y())).toList();
    }
}

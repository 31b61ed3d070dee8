package org.nasworkbench.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.Range;
import org.nasworkbench.figures.XyPanel.Point;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.Run;
import org.nasworkbench.results.StudyResults.TrialRow;

/** Validation score against predicted latency: every trial, each strategy's front, and what it chose. */
public final class QualityLatency implements Figure {
    private static final double LOG_BEYOND_RATIO = 5;

    @Override
    public String name() {
        return "quality-latency";
    }

    @Override
    public String title() {
        return "Quality against latency";
    }

    @Override
    public Size size(StudyResults results) {
        return Size.column();
    }

    @Override
    public String caption(StudyResults results) {
        long failed = results.trials().stream().filter(t -> t.score().isEmpty()).count();
        return ScoreName.of(results)
                + " against predicted latency. Small marks: all trials; lines: each strategy's front, pooled"
                + " over its seeds; large marks: the networks chosen, one a seed."
                + (hasTarget(results) ? " Vertical line: the latency target, " + target(results) + " ms." : "")
                + (failed == 0
                        ? ""
                        : " Not shown: " + failed + " of " + results.trials().size() + " trials, which have no score.");
    }

    @Override
    public boolean appliesTo(StudyResults results) {
        return results.trials().stream().anyMatch(QualityLatency::placed)
                || results.runs().stream().anyMatch(run -> run.latencyMillis().isPresent());
    }

    @Override
    public void paint(Graphics2D g, Size size, StudyResults results) {
        StrategyStyles styles = new StrategyStyles(results);
        Legend legend = new Legend();
        for (String strategy : styles.strategies()) {
            StrategyStyle style = styles.of(strategy);
            legend.line(strategy, style.color(), style.line(1.1f), style.marker(2.6));
        }
        double below = legend.draw(g, 4, 2, size.widthPoints() - 8) + 12;
        Rectangle2D area = new Rectangle2D.Double(1, below, size.widthPoints() - 8, size.heightPoints() - below - 1);
        List<Point> all = new ArrayList<>();
        styles.strategies().forEach(strategy -> {
            all.addAll(trials(results, strategy));
            all.addAll(chosen(results, strategy));
        });
        XyPanel panel = panel(results, all);
        if (hasTarget(results)) {
            panel.vertical(results.targetMillis(), Lettering.QUIET);
        }
        for (String strategy : styles.strategies()) {
            StrategyStyle style = styles.of(strategy);
            panel.marks(trials(results, strategy), style.marker(1.2), style.light(0.38), null);
        }
        for (String strategy : styles.strategies()) {
            StrategyStyle style = styles.of(strategy);
            panel.line(Front.stairs(Front.of(trials(results, strategy))), style.color(), style.line(1.1f));
        }
        for (String strategy : styles.strategies()) {
            StrategyStyle style = styles.of(strategy);
            panel.marks(chosen(results, strategy), style.marker(2.9), style.color(), Color.WHITE);
        }
        Rectangle2D frame = panel.draw(g, area);
        if (hasTarget(results)) {
            Axes.above(g, frame, panel.x(results.targetMillis(), frame), "target " + target(results) + " ms");
        }
        if (all.isEmpty()) {
            Axes.empty(g, frame, "no trial has a score and a latency");
        }
    }

    private static XyPanel panel(StudyResults results, List<Point> all) {
        double[] latencies = DoubleStream.concat(
                        all.stream().mapToDouble(Point::x),
                        hasTarget(results) ? DoubleStream.of(results.targetMillis()) : DoubleStream.empty())
                .toArray();
        double least = DoubleStream.of(latencies).min().orElse(1);
        double most = DoubleStream.of(latencies).max().orElse(1);
        ValueAxis x;
        if (least > 0 && most / least > LOG_BEYOND_RATIO) {
            Range range = Axes.aroundLogarithmic(latencies, 0.04);
            x = Axes.logarithmic("Predicted latency (ms, log scale)", range, 5, v -> Numbers.plain(v, 6));
        } else {
            x = Axes.linear("Predicted latency (ms)", Axes.around(latencies, 0.04), 6);
        }
        double[] scores = all.stream().mapToDouble(Point::y).toArray();
        return new XyPanel(x, Axes.linear(ScoreName.of(results), Axes.around(scores, 0.06), 5));
    }

    private static List<Point> trials(StudyResults results, String strategy) {
        return results.trials().stream()
                .filter(t -> t.strategy().equals(strategy) && placed(t))
                .map(QualityLatency::point)
                .toList();
    }

    /** What each run chose; a run that chose no trial of its own is placed by its summary. */
    private static List<Point> chosen(StudyResults results, String strategy) {
        Map<Long, TrialRow> choices = new HashMap<>();
        results.trials().stream()
                .filter(t -> t.strategy().equals(strategy) && t.chosen() && placed(t))
                .forEach(t -> choices.put(t.seed(), t));
        List<Point> points = new ArrayList<>();
        for (Run run : results.runs()) {
            if (!run.strategy().equals(strategy)) {
                continue;
            }
            TrialRow trial = choices.get(run.seed());
            if (trial != null) {
                points.add(point(trial));
            } else if (run.latencyMillis().isPresent() && run.searchScore().isPresent()) {
                points.add(new Point(
                        run.latencyMillis().getAsDouble(), run.searchScore().getAsDouble()));
            }
        }
        return points;
    }

    private static boolean placed(TrialRow trial) {
        return trial.score().isPresent() && trial.latencyMillis().isPresent();
    }

    private static Point point(TrialRow trial) {
        return new Point(trial.latencyMillis().getAsDouble(), trial.score().getAsDouble());
    }

    private static boolean hasTarget(StudyResults results) {
        return results.targetMillis() > 0 && Double.isFinite(results.targetMillis());
    }

    private static String target(StudyResults results) {
        return Numbers.plain(results.targetMillis(), 3);
    }
}

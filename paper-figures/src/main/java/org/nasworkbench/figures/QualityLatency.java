package org.nasworkbench.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.Range;
import org.nasworkbench.figures.XyPanel.Point;
import org.nasworkbench.results.StudyFronts;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.TrialRow;
import org.nasworkbench.results.TrainingLengths;

/** Validation score against predicted latency: every trial, what each strategy's runs attain, and what they chose. */
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
        long shown =
                results.fullTrials().stream().filter(QualityLatency::placed).count();
        long unscored =
                results.fullTrials().stream().filter(t -> t.score().isEmpty()).count();
        return String.format(
                        Locale.ROOT,
                        "%s against %s latency. Small marks: all %,d networks tried that have both; lines: what at"
                                + " least half of a strategy's runs attain (of two runs: what either does); large marks: the"
                                + " networks chosen, one a run.",
                        ScoreName.of(results),
                        results.latencyKind(),
                        shown)
                + (shown < XyPanel.MANY ? "" : " Of marks that lie upon one another one may be drawn.")
                + (hasTarget(results) ? " Vertical line: the latency target, " + target(results) + " ms." : "")
                + (unscored == 0
                        ? ""
                        : " Not shown: " + unscored + " of "
                                + results.fullTrials().size() + " trials, which have no score.")
                + TrainingLengths.of(results).sentences().stream()
                        .map(sentence -> " " + sentence)
                        .collect(Collectors.joining());
    }

    @Override
    public boolean appliesTo(StudyResults results) {
        return results.trials().stream().anyMatch(QualityLatency::placed);
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
        });
        XyPanel panel = panel(results, all);
        if (hasTarget(results)) {
            panel.vertical(results.targetMillis(), Lettering.QUIET);
        }
        for (String strategy : styles.strategies()) {
            StrategyStyle style = styles.of(strategy);
            panel.marks(trials(results, strategy), style.marker(1.2), style.light(0.38), null);
        }
        Optional<StudyFronts> fronts = StudyFronts.of(results);
        for (String strategy : styles.strategies()) {
            StrategyStyle style = styles.of(strategy);
            panel.line(Stairs.through(attained(fronts, strategy)), style.color(), style.line(1.1f));
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
            Axes.empty(g, frame, "no full training has a score and a latency");
        }
    }

    private static String kind(StudyResults results) {
        String kind = results.latencyKind();
        return kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
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
            x = Axes.logarithmic(kind(results) + " latency (ms, log scale)", range, 5, v -> Numbers.plain(v, 6));
        } else {
            x = Axes.linear(kind(results) + " latency (ms)", Axes.around(latencies, 0.04), 6);
        }
        double[] scores = all.stream().mapToDouble(Point::y).toArray();
        return new XyPanel(x, Axes.linear(ScoreName.of(results), Axes.around(scores, 0.06), 5));
    }

    private static List<Point> attained(Optional<StudyFronts> fronts, String strategy) {
        return fronts
                .map(known -> known.byStrategy().get(strategy))
                .map(attainment -> attainment.median().points())
                .orElse(List.of())
                .stream()
                .map(point -> new Point(point.latencyMillis(), point.quality()))
                .toList();
    }

    private static List<Point> trials(StudyResults results, String strategy) {
        return results.fullTrials().stream()
                .filter(t -> t.strategy().equals(strategy) && placed(t))
                .map(QualityLatency::point)
                .toList();
    }

    private static List<Point> chosen(StudyResults results, String strategy) {
        return results.fullTrials().stream()
                .filter(t -> t.strategy().equals(strategy) && t.chosen() && placed(t))
                .map(QualityLatency::point)
                .toList();
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

package org.nasworkbench.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.Range;
import org.nasworkbench.figures.XyPanel.Point;
import org.nasworkbench.results.Fidelity;
import org.nasworkbench.results.Interval;
import org.nasworkbench.results.RankCorrelation;
import org.nasworkbench.results.StudyResults;

/**
 * Whether supernets rank networks as stand-alone training does: a row a strategy, its first seed; left the networks' scores, right
 * Kendall's tau by epoch.
 */
public final class SupernetFidelity implements Figure {
    private static final double LEGEND = 13;
    private static final double ROW = 128;
    private static final double TITLE = 12;
    private static final Color FAST = new Color(0x2C5AA0);
    private static final Color SLOW = new Color(0xE08A1E);
    private static final Color DARK = Lettering.INK;
    private static final Color LIGHT = new Color(0x9A9A9A);
    private static final Shape CIRCLE = StrategyStyle.at(0).marker(2);
    private static final Shape DIAMOND = StrategyStyle.at(3).marker(2);
    private static final BasicStroke LINE = new BasicStroke(0.9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    /** How far apart, as a share of the epochs, intervals of the same epoch stand. */
    private static final double ASIDE = 0.012;

    @Override
    public String name() {
        return "supernet-fidelity";
    }

    @Override
    public String title() {
        return "Shared weights against stand-alone training";
    }

    @Override
    public boolean appliesTo(StudyResults results) {
        return !shown(results).isEmpty();
    }

    @Override
    public Size size(StudyResults results) {
        return Size.page(LEGEND + ROW * Math.max(1, shown(results).size()));
    }

    @Override
    public String caption(StudyResults results) {
        return "Left: networks from all over the latency range, scored by shared weights at the end of their training"
                + " (batch-norm statistics taken anew) and after stand-alone training; colour: latency. Right: Kendall’s τ of"
                + " the two by epoch, with 95 % confidence intervals; τ = 0 is no agreement. A row a strategy, of several"
                + " seeds the first.";
    }

    @Override
    public void paint(Graphics2D g, Size size, StudyResults results) {
        List<Fidelity> shown = shown(results);
        double[] millis = shown.stream()
                .flatMap(fidelity -> fidelity.rows().stream())
                .mapToDouble(Fidelity.Row::latencyMillis)
                .toArray();
        Range latencies = Axes.around(millis, 0);
        double half = size.widthPoints() / 2;
        new Legend()
                .patch(Numbers.rounded(latencies.getLowerBound()) + " ms", FAST)
                .patch(Numbers.rounded(latencies.getCentralValue()) + " ms", between(0.5))
                .patch(Numbers.rounded(latencies.getUpperBound()) + " ms", SLOW)
                .draw(g, 24, 1, half - 24);
        new Legend()
                .line("statistics taken anew", DARK, LINE, CIRCLE)
                .line("as training left them", LIGHT, LINE, DIAMOND)
                .draw(g, half + 24, 1, half - 24);
        for (int i = 0; i < shown.size(); i++) {
            double y = LEGEND + i * ROW;
            Fidelity last = shown.get(i);
            String name = last.run() + ": " + last.verdict().words();
            Lettering.draw(
                    g, Lettering.fitted(name, Lettering.SMALL, 2 * half - 8), Lettering.SMALL, DARK, 4, y + 9, 0);
            double height = ROW - TITLE - 3;
            scores(g, last, latencies, new Rectangle2D.Double(1, y + TITLE, half - 10, height));
            List<Fidelity> epochs = Fidelity.of(results).stream()
                    .filter(fidelity -> fidelity.run().equals(last.run()))
                    .toList();
            correlations(g, epochs, new Rectangle2D.Double(half + 4, y + TITLE, half - 12, height));
        }
    }

    private static List<Fidelity> shown(StudyResults results) {
        List<Fidelity> shown = new ArrayList<>();
        for (Fidelity fidelity : Fidelity.last(results)) {
            String strategy = fidelity.run().strategy();
            if (shown.stream().noneMatch(other -> other.run().strategy().equals(strategy))) {
                shown.add(fidelity);
            }
        }
        return shown;
    }

    private static void scores(Graphics2D g, Fidelity fidelity, Range latencies, Rectangle2D area) {
        double[] shared =
                fidelity.rows().stream().mapToDouble(Fidelity.Row::shared).toArray();
        double[] standAlone =
                fidelity.rows().stream().mapToDouble(Fidelity.Row::standAlone).toArray();
        XyPanel panel = new XyPanel(
                Axes.linear("Score by shared weights", Axes.around(shared, 0.05), 6),
                Axes.linear("Stand-alone score", Axes.around(standAlone, 0.06), 5));
        for (Fidelity.Row row : fidelity.rows()) {
            double place = (row.latencyMillis() - latencies.getLowerBound()) / latencies.getLength();
            panel.marks(List.of(new Point(row.shared(), row.standAlone())), CIRCLE, between(place), Color.WHITE);
        }
        panel.draw(g, area);
    }

    private static void correlations(Graphics2D g, List<Fidelity> fidelities, Rectangle2D area) {
        int last = fidelities.stream().mapToInt(Fidelity::epoch).max().orElse(1);
        Range epochs = new Range(0, 1.06 * last);
        ValueAxis tau = Axes.linear("Kendall’s τ", new Range(-1, 1), 4);
        XyPanel panel = new XyPanel(Axes.linear("Epochs of the shared weights", epochs, Math.min(6, last)), tau);
        panel.line(List.of(new Point(0, 0), new Point(1.06 * last, 0)), Axes.FRAME, Axes.FLOOR);
        for (boolean recalibrated : new boolean[] {false, true}) {
            double aside = (recalibrated ? -1 : 1) * ASIDE * last;
            Color color = recalibrated ? DARK : LIGHT;
            List<Point> points = new ArrayList<>();
            for (Fidelity fidelity : fidelities) {
                Optional<RankCorrelation> correlation = fidelity.correlation();
                if (fidelity.recalibrated() != recalibrated || correlation.isEmpty()) {
                    continue;
                }
                double x = fidelity.epoch() + aside;
                points.add(new Point(x, correlation.get().kendall()));
                Optional<Interval> interval = correlation.get().kendallInterval();
                interval.ifPresent(
                        i -> panel.line(List.of(new Point(x, i.low()), new Point(x, i.high())), color, LINE));
            }
            panel.line(points, color, Axes.HAIR);
            panel.marks(points, recalibrated ? CIRCLE : DIAMOND, color, null);
        }
        panel.draw(g, area);
    }

    /** A colour between fast and slow. */
    private static Color between(double place) {
        return Blend.of(FAST, SLOW, place);
    }
}

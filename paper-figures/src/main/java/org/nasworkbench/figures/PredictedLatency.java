package org.nasworkbench.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jfree.data.Range;
import org.nasworkbench.figures.XyPanel.Point;
import org.nasworkbench.latency.CheckedNetwork;
import org.nasworkbench.latency.LatencyCheck;
import org.nasworkbench.results.LatencyPoints;
import org.nasworkbench.results.RankCorrelation;

/**
 * What latency tables predict against what was measured: a row a table, a panel a set of networks.
 *
 * @param tables at least one
 */
public record PredictedLatency(List<LatencyPoints> tables) implements Drawing {
    /** How far the shaded area reaches, a fraction of the prediction. */
    private static final double NEAR = 0.05;

    private static final double LEGEND = 13;
    private static final double TITLE = 21;
    private static final double ROW = 202;
    private static final Color BAND = new Color(0xEAEAEA);
    private static final Color EQUAL = new Color(0x777777);
    private static final Color MARK = StrategyStyle.at(0).color();
    private static final Shape CIRCLE = StrategyStyle.at(0).marker(1.5);
    private static final BasicStroke LINE = new BasicStroke(0.7f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    public PredictedLatency {
        tables = List.copyOf(tables);
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("at least one table must be shown, but there is none");
        }
    }

    @Override
    public String name() {
        return "predicted-latency";
    }

    @Override
    public String title() {
        return "Predicted against " + CheckedSets.kind(tables) + " latency of whole networks";
    }

    @Override
    public String caption() {
        String kind = CheckedSets.kind(tables);
        return "Latency of whole networks as tables predict it and as it was " + kind + ", "
                + CheckedSets.numbers(tables)
                + ". Dots: mean of two " + (kind.equals(CheckedSets.PROJECTED) ? "projections" : "measurements")
                + ", from one to the other the vertical lines. Dashed: predicted as " + kind
                + "; shaded: within 5 % of it. Above each panel: mean absolute error of the predictions and their Spearman’s ρ"
                + " with its 95 % confidence interval; ceiling: the same of one measurement against the other."
                + CheckedSets.origins(tables);
    }

    @Override
    public Size size() {
        return Size.page(LEGEND + ROW * tables.size());
    }

    @Override
    public void paint(Graphics2D g) {
        double width = size().widthPoints();
        String kind = CheckedSets.kind(tables);
        new Legend()
                .line(kind + " twice", MARK, LINE, CIRCLE)
                .line(kind + " as predicted", EQUAL, Axes.FLOOR, null)
                .patch("within 5 %", BAND)
                .draw(g, 30, 1, width - 30);
        for (int row = 0; row < tables.size(); row++) {
            LatencyPoints table = tables.get(row);
            List<String> sets = table.sets();
            double each = width / sets.size();
            for (int i = 0; i < sets.size(); i++) {
                Rectangle2D area = new Rectangle2D.Double(i * each + 2, LEGEND + row * ROW, each - 8, ROW - 4);
                panel(g, table.only(sets.get(i)), sets.get(i), area);
            }
        }
    }

    private static void panel(Graphics2D g, LatencyPoints points, String set, Rectangle2D area) {
        double[] all = points.networks().stream()
                .flatMapToDouble(n -> DoubleStream.of(n.predictedMillis(), n.firstMillis(), n.secondMillis()))
                .toArray();
        Range range = Axes.around(all, 0.05);
        double low = range.getLowerBound();
        double high = range.getUpperBound();
        XyPanel panel = new XyPanel(
                Axes.linear("Predicted latency, ms", range, 6), Axes.linear(CheckedSets.axis(points), range, 6));
        panel.area(
                List.of(
                        new Point(low, low * (1 - NEAR)),
                        new Point(high, high * (1 - NEAR)),
                        new Point(high, high * (1 + NEAR)),
                        new Point(low, low * (1 + NEAR))),
                BAND);
        panel.line(List.of(new Point(low, low), new Point(high, high)), EQUAL, Axes.FLOOR);
        for (CheckedNetwork n : points.networks()) {
            double x = n.predictedMillis();
            panel.line(List.of(new Point(x, n.firstMillis()), new Point(x, n.secondMillis())), MARK, LINE);
        }
        panel.marks(
                points.networks().stream()
                        .map(n -> new Point(n.predictedMillis(), n.millis()))
                        .toList(),
                CIRCLE,
                MARK,
                null);
        Rectangle2D frame = panel.draw(
                g, new Rectangle2D.Double(area.getX(), area.getY() + TITLE, area.getWidth(), area.getHeight() - TITLE));
        String name = points.platform() + ": "
                + CheckedSets.words(set, points.networks().size());
        double room = area.getMaxX() - frame.getMinX();
        Lettering.draw(
                g,
                Lettering.fitted(name, Lettering.LABEL, room),
                Lettering.LABEL,
                Lettering.INK,
                frame.getMinX(),
                area.getY() + 8,
                0);
        Lettering.draw(g, verdict(points), Lettering.SMALL, Lettering.INK, frame.getMinX(), area.getY() + 17, 0);
    }

    private static String verdict(LatencyPoints points) {
        LatencyCheck check = points.check();
        LatencyCheck ceiling = points.ceiling();
        Optional<RankCorrelation> ranks = points.ofPredictions();
        return String.format(
                Locale.ROOT,
                "error %.1f %%%s; ceiling %.1f %%%s",
                100 * check.meanAbsoluteError(),
                ranks.map(found -> ", ρ " + found.spearmanText(3)).orElse(""),
                100 * ceiling.meanAbsoluteError(),
                Double.isNaN(ceiling.spearman()) ? "" : String.format(Locale.ROOT, ", ρ %.3f", ceiling.spearman()));
    }
}

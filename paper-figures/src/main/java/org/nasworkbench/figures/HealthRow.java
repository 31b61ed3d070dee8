package org.nasworkbench.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.Range;
import org.nasworkbench.figures.XyPanel.Point;
import org.nasworkbench.results.LogitsHistory;

/** One run's panels: two heat maps by block and four lines, all over its epochs. */
record HealthRow(Graphics2D g, LogitsHistory history, Epochs epochs, HealthScales scales) {
    static final Color ENTROPY = ColorRamp.BLUE.at(22);
    static final Color SKIP = ColorRamp.ORANGE.at(18);
    static final Color WARMUP = new Color(0xECECEC);
    static final BasicStroke SOLID = new BasicStroke(1.1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    static final BasicStroke DASHED =
            new BasicStroke(1.1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {3.2f, 1.4f}, 0);

    private static final int MOST_LABELS = 4;

    static HealthRow of(Graphics2D g, LogitsHistory history, HealthScales scales) {
        return new HealthRow(g, history, new Epochs(history.epochs()), scales);
    }

    /** What the alarm says, for a title. */
    static String words(LogitsHistory history) {
        OptionalInt alarm = history.alarm();
        return (alarm.isPresent() ? "collapse alarm after epoch " + alarm.getAsInt() : "no collapse alarm") + ", "
                + history.skipping() + " of " + history.blocks() + " blocks rather skip at the end";
    }

    /** Draws the panels into their frames, from left to right. */
    void draw(List<Rectangle2D> frames) {
        heat(LogitsHistory.ENTROPY, scales.mostEntropy(), ColorRamp.BLUE, true, frames.get(0));
        heat(LogitsHistory.SKIP_SHARE, 1, ColorRamp.ORANGE, false, frames.get(1));
        XyPanel means = panel(scales.shareAxis());
        double[] entropy = Arrays.stream(history.of(LogitsHistory.ENTROPY))
                .map(nats -> nats / scales.mostEntropy())
                .toArray();
        means.line(points(entropy), ENTROPY, SOLID);
        means.line(points(history.of(LogitsHistory.SKIP_SHARE)), SKIP, DASHED);
        finish(means, frames.get(2));
        double[] norms = Arrays.stream(history.of(LogitsHistory.GRADIENT_NORM))
                .map(norm -> norm > 0 ? norm : Double.NaN)
                .toArray();
        line(scales.gradientNormAxis(), norms, frames.get(3));
        line(scales.temperatureAxis(), history.of(LogitsHistory.TEMPERATURE), frames.get(4));
        XyPanel latency = panel(scales.latencyAxis());
        Range all = epochs.range();
        latency.line(
                List.of(new Point(all.getLowerBound(), 1), new Point(all.getUpperBound(), 1)), Axes.FRAME, Axes.FLOOR);
        latency.line(points(history.of(LogitsHistory.LATENCY)), Lettering.INK, SOLID);
        finish(latency, frames.get(5));
    }

    private void line(ValueAxis axis, double[] values, Rectangle2D frame) {
        XyPanel panel = panel(axis);
        panel.line(points(values), Lettering.INK, SOLID);
        finish(panel, frame);
    }

    /** A panel over the epochs, grey where the weights warm up. */
    private XyPanel panel(ValueAxis axis) {
        XyPanel panel = new XyPanel(epochAxis(), axis);
        if (history.warmup() > 0) {
            double end = history.warmup() + 0.5;
            double low = axis.getLowerBound();
            double high = axis.getUpperBound();
            panel.area(
                    List.of(new Point(0.5, low), new Point(end, low), new Point(end, high), new Point(0.5, high)),
                    WARMUP);
        }
        return panel;
    }

    private void finish(XyPanel panel, Rectangle2D frame) {
        panel.drawAround(g, frame);
        epochs.alarm(g, frame, history.alarm());
    }

    private ValueAxis epochAxis() {
        return Axes.linear(null, epochs.range(), Math.min(MOST_LABELS, epochs.count()));
    }

    private List<Point> points(double[] byEpoch) {
        List<Point> points = new ArrayList<>();
        for (int e = 0; e < byEpoch.length; e++) {
            if (Double.isFinite(byEpoch[e])) {
                points.add(new Point(e + 1, byEpoch[e]));
            }
        }
        return points;
    }

    private void heat(String series, double most, ColorRamp ramp, boolean labelled, Rectangle2D frame) {
        double[][] shares = Arrays.stream(history.byBlock(series))
                .map(row -> Arrays.stream(row).map(value -> value / most).toArray())
                .toArray(double[][]::new);
        int blocks = Math.max(1, shares.length);
        ValueAxis axis = Axes.linear(null, new Range(-0.5, blocks - 0.5), Math.min(MOST_LABELS, blocks));
        axis.setInverted(true);
        axis.setTickLabelsVisible(labelled);
        axis.setTickMarksVisible(labelled);
        new XyPanel(epochAxis(), axis).drawAround(g, frame);
        new HeatMap(shares, ramp).draw(g, frame);
        epochs.alarmOnColours(g, frame, history.alarm());
    }
}

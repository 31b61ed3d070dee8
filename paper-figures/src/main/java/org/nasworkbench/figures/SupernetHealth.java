package org.nasworkbench.figures;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.nasworkbench.results.LogitsHistory;
import org.nasworkbench.results.StudyResults;

/** How supernets' architecture logits fare over the epochs, and where they collapse to skips: a row a strategy, its first seed. */
public final class SupernetHealth implements Figure {
    private static final double LEGEND = 13;
    private static final double HEAD = 32;
    private static final double TITLE = 12;
    private static final double PANEL = 52;
    private static final double ROW = TITLE + PANEL + 13;
    private static final double FOOT = 9;
    private static final double HEAT_WIDTH = 70;
    private static final double LINE_WIDTH = 61;

    /** Where the panels begin, in points from the left. */
    private static final double[] LEFT = {22, 98, 186, 267, 347, 427};

    @Override
    public String name() {
        return "supernet-health";
    }

    @Override
    public String title() {
        return "Health of the supernets’ logits";
    }

    @Override
    public boolean appliesTo(StudyResults results) {
        return !LogitsHistory.of(results).isEmpty();
    }

    @Override
    public Size size(StudyResults results) {
        return Size.page(
                LEGEND + HEAD + ROW * Math.max(1, LogitsHistory.first(results).size()) + FOOT);
    }

    @Override
    public String caption(StudyResults results) {
        return "The distributions over the options of each block, after each epoch of a supernet’s training. From the left:"
                + " entropy and probability of skipping, by block; their means over the blocks, the entropy as a share of that of equal"
                + " probabilities; mean norm of the logits’ gradient; temperature of the Gumbel-softmax; what the"
                + " searched blocks are expected to take, over the latency target. Line with a pointer: the first epoch after which at"
                + " least half of the blocks rather skip than not, the collapse alarm. All rows have the same scales. A row is a"
                + " single run (n = 1), of a strategy’s seeds the first.";
    }

    @Override
    public void paint(Graphics2D g, Size size, StudyResults results) {
        List<LogitsHistory> histories = LogitsHistory.first(results);
        HealthScales scales = HealthScales.of(histories);
        new Legend()
                .line("first epoch of the collapse alarm", Epochs.ALARM, Epochs.ALARM_LINE, null)
                .patch("warm-up: the logits do not learn", HealthRow.WARMUP)
                .draw(g, LEFT[0], 1, size.widthPoints() - LEFT[0]);
        head(g, scales);
        for (int i = 0; i < histories.size(); i++) {
            LogitsHistory history = histories.get(i);
            double y = LEGEND + HEAD + i * ROW;
            String title = history.run() + ": " + HealthRow.words(history);
            String fitted = Lettering.fitted(title, Lettering.LABEL, size.widthPoints() - LEFT[0]);
            Lettering.draw(g, fitted, Lettering.LABEL, Lettering.INK, LEFT[0], y + 6.5, 0);
            List<Rectangle2D> frames = frames(y + TITLE);
            HealthRow.of(g, history, scales).draw(frames);
            rotated(g, "Block", 7, frames.get(0).getCenterY());
        }
        double foot = LEGEND + HEAD + ROW * Math.max(1, histories.size()) + 5;
        frames(0)
                .forEach(frame ->
                        Lettering.draw(g, "Epoch", Lettering.SMALL, Lettering.INK, frame.getCenterX(), foot, 0.5));
    }

    private static List<Rectangle2D> frames(double y) {
        List<Rectangle2D> frames = new ArrayList<>();
        for (int i = 0; i < LEFT.length; i++) {
            frames.add(new Rectangle2D.Double(LEFT[i], y, i < 2 ? HEAT_WIDTH : LINE_WIDTH, PANEL));
        }
        return frames;
    }

    /** What each column shows, with its colours. */
    private static void head(Graphics2D g, HealthScales scales) {
        heading(g, 0, "Entropy (nats)", "");
        key(g, ColorRamp.BLUE, LEFT[0], Numbers.plain(scales.mostEntropy(), 2));
        heading(g, 1, "Skip share", "");
        key(g, ColorRamp.ORANGE, LEFT[1], "1");
        heading(g, 2, "Means over blocks", "");
        new Legend()
                .line("entropy, relative", HealthRow.ENTROPY, HealthRow.SOLID, null)
                .line("skip share", HealthRow.SKIP, HealthRow.DASHED, null)
                .draw(g, LEFT[2], LEGEND + 10, LEFT[3] - LEFT[2] - 4);
        heading(g, 3, "Gradient norm", "of the logits");
        heading(g, 4, "Temperature", "");
        heading(g, 5, "Expected latency", "/ target");
    }

    private static void heading(Graphics2D g, int column, String first, String second) {
        Lettering.draw(g, first, Lettering.LABEL, Lettering.INK, LEFT[column], LEGEND + 8, 0);
        Lettering.draw(g, second, Lettering.LABEL, Lettering.INK, LEFT[column], LEGEND + 17, 0);
    }

    private static void key(Graphics2D g, ColorRamp ramp, double x, String most) {
        double y = LEGEND + 13;
        Lettering.draw(g, "0", Lettering.SMALL, Lettering.INK, x, y + 6, 0);
        ramp.key(g, new Rectangle2D.Double(x + 6, y, 44, 6.5));
        Lettering.draw(g, most, Lettering.SMALL, Lettering.INK, x + 53, y + 6, 0);
    }

    private static void rotated(Graphics2D g, String text, double x, double y) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.rotate(-Math.PI / 2);
        Lettering.draw(g, text, Lettering.SMALL, Lettering.INK, 0, 0, 0.5);
        g.setTransform(before);
    }
}

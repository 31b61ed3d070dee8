package org.nasworkbench.figures;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.nasworkbench.results.LogitsHistory;
import org.nasworkbench.results.StudyResults;

/** How probable each option of each block is over the epochs of a supernet's training: a row a strategy, its first seed. */
public final class OptionProbabilities implements Figure {
    private static final double LEGEND = 14;
    private static final double TITLE = 10;
    private static final double BLOCK = 12;
    private static final double OPTION = 7.2;
    private static final double FOOT = 13;
    private static final double GAP = 4.5;
    private static final double LONGEST_OPTION = 60;

    @Override
    public String name() {
        return "option-probabilities";
    }

    @Override
    public String title() {
        return "Option probabilities over the epochs";
    }

    @Override
    public boolean appliesTo(StudyResults results) {
        return !shown(results).isEmpty();
    }

    @Override
    public Size size(StudyResults results) {
        double height = LEGEND
                + shown(results).stream()
                        .mapToDouble(OptionProbabilities::height)
                        .sum();
        return Size.page(Math.max(height, 40));
    }

    @Override
    public String caption(StudyResults results) {
        return "The probability of each option (rows) of each block (panels) after each epoch of a supernet’s training; darker is more"
                + " probable, by the square root. Pointers on the right: the most probable option at the end. Line with a pointer: the first"
                + " epoch of the collapse alarm. A row of panels is a single run (n = 1), of a strategy’s seeds the first.";
    }

    @Override
    public void paint(Graphics2D g, Size size, StudyResults results) {
        key(g);
        double y = LEGEND;
        for (LogitsHistory history : shown(results)) {
            new Run(g, history, new Epochs(history.epochs()), y, size.widthPoints()).paint();
            y += height(history);
        }
    }

    private static List<LogitsHistory> shown(StudyResults results) {
        return LogitsHistory.first(results).stream()
                .filter(history -> !history.options().isEmpty())
                .toList();
    }

    private static double height(LogitsHistory history) {
        return TITLE + BLOCK + OPTION * history.options().size() + FOOT;
    }

    /** The colours of some probabilities. */
    private static void key(Graphics2D g) {
        Lettering.draw(g, "Probability", Lettering.LABEL, Lettering.INK, 2, 8, 0);
        Legend legend = new Legend();
        for (double probability : new double[] {0, 0.01, 0.05, 0.1, 0.25, 0.5, 1}) {
            legend.patch(Numbers.plain(probability, 2), ColorRamp.BLUE.at(ColorRamp.level(Math.sqrt(probability))));
        }
        legend.draw(g, 50, 1, 300);
    }

    /** The panels of one run below y. */
    private record Run(Graphics2D g, LogitsHistory history, Epochs epochs, double y, double right) {
        private static final Shape POINTER = pointer();

        void paint() {
            List<String> options = history.options();
            double left = 8
                    + options.stream()
                            .mapToDouble(option -> Lettering.width(label(option), Lettering.SMALL))
                            .max()
                            .orElse(0);
            String title = history.run() + ": " + HealthRow.words(history);
            Lettering.draw(
                    g,
                    Lettering.fitted(title, Lettering.LABEL, right - left),
                    Lettering.LABEL,
                    Lettering.INK,
                    left,
                    y + 7,
                    0);
            double top = y + TITLE + BLOCK;
            double height = OPTION * options.size();
            for (int o = 0; o < options.size(); o++) {
                label(label(options.get(o)), left - 3, top + OPTION * (o + 0.5) + 2.4, 1);
            }
            label("Block", left - 3, top - 5, 1);
            label("Epoch", left - 3, top + height + 7.5, 1);
            double width = (right - left - 1) / history.blocks();
            for (int block = 0; block < history.blocks(); block++) {
                panel(block, new Rectangle2D.Double(left + block * width, top, width - GAP, height));
            }
        }

        private void panel(int block, Rectangle2D frame) {
            double[][] probabilities = history.probabilities(block);
            double[][] roots = Arrays.stream(probabilities)
                    .map(row -> Arrays.stream(row).map(Math::sqrt).toArray())
                    .toArray(double[][]::new);
            new HeatMap(roots, ColorRamp.BLUE).draw(g, frame);
            epochs.alarmOnColours(g, frame, history.alarm());
            label(Integer.toString(block), frame.getCenterX(), frame.getMinY() - 5, 0.5);
            String last = Integer.toString(epochs.count());
            label(last, frame.getMaxX(), frame.getMaxY() + 7.5, 1);
            if (Lettering.width("1" + last, Lettering.SMALL) + 6 < frame.getWidth()) {
                label("1", frame.getMinX(), frame.getMaxY() + 7.5, 0);
            }
            double chosen = frame.getMinY() + OPTION * (mostProbable(probabilities) + 0.5);
            g.setColor(Lettering.INK);
            g.fill(AffineTransform.getTranslateInstance(frame.getMaxX() + 0.4, chosen)
                    .createTransformedShape(POINTER));
        }

        private int mostProbable(double[][] probabilities) {
            int last = epochs.count() - 1;
            int most = 0;
            for (int o = 1; o < probabilities.length; o++) {
                most = probabilities[o][last] > probabilities[most][last] ? o : most;
            }
            return most;
        }

        private void label(String text, double x, double baseline, double align) {
            Lettering.draw(g, text, Lettering.SMALL, Lettering.INK, x, baseline, align);
        }

        private static String label(String option) {
            return Lettering.fitted(option, Lettering.SMALL, LONGEST_OPTION);
        }

        private static Shape pointer() {
            Path2D path = new Path2D.Double();
            path.moveTo(0, 0);
            path.lineTo(3, -2);
            path.lineTo(3, 2);
            path.closePath();
            return path;
        }
    }
}

package org.nasworkbench.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.nasworkbench.figures.XyPanel.Point;
import org.nasworkbench.results.LatencyPoints;

/**
 * MACs of whole networks against their latency: a panel a platform, marks by set of networks.
 *
 * @param platforms at least one
 */
public record MacsLatency(List<LatencyPoints> platforms) implements Drawing {
    private static final double LEGEND = 13;
    private static final double LINE = 9;
    private static final double PLOT = 140;

    public MacsLatency {
        platforms = List.copyOf(platforms);
        if (platforms.isEmpty()) {
            throw new IllegalArgumentException("at least one platform must be shown, but there is none");
        }
    }

    @Override
    public String name() {
        return "macs-latency";
    }

    @Override
    public String title() {
        return "MACs against " + CheckedSets.kind(platforms) + " latency of whole networks";
    }

    @Override
    public String caption() {
        return "Multiply-accumulates of whole networks and their latency, " + CheckedSets.kind(platforms)
                + " (mean of two), " + CheckedSets.numbers(platforms)
                + ". Above each panel, set by set: Kendall’s τ and Spearman’s ρ of the two, with 95 % confidence intervals."
                + CheckedSets.origins(platforms);
    }

    @Override
    public Size size() {
        double height = LEGEND + (platforms.size() + 1) / 2 * row();
        return platforms.size() == 1 ? Size.column(height) : Size.page(height);
    }

    @Override
    public void paint(Graphics2D g) {
        double width = size().widthPoints();
        Legend legend = new Legend();
        List<String> sets = sets();
        for (int i = 0; i < sets.size(); i++) {
            legend.marker(CheckedSets.place(sets.get(i)), color(i), marker(i));
        }
        legend.draw(g, 30, 1, width - 30);
        double each = width / Math.min(2, platforms.size());
        for (int i = 0; i < platforms.size(); i++) {
            double top = LEGEND + i / 2 * row();
            panel(g, platforms.get(i), new Rectangle2D.Double(i % 2 * each + 2, top, each - 8, row() - 4));
        }
    }

    private void panel(Graphics2D g, LatencyPoints platform, Rectangle2D area) {
        List<Point> all = points(platform);
        XyPanel panel = new XyPanel(
                Axes.linear(
                        "Multiply-accumulates, millions",
                        Axes.around(all.stream().mapToDouble(Point::x).toArray(), 0.05),
                        6),
                Axes.linear(
                        CheckedSets.axis(platform),
                        Axes.around(all.stream().mapToDouble(Point::y).toArray(), 0.06),
                        6));
        List<String> sets = sets();
        for (int i = 0; i < sets.size(); i++) {
            if (platform.sets().contains(sets.get(i))) {
                panel.marks(points(platform.only(sets.get(i))), marker(i), color(i), null);
            }
        }
        double titles = LINE * (1 + sets.size()) + 3;
        Rectangle2D frame = panel.draw(
                g,
                new Rectangle2D.Double(area.getX(), area.getY() + titles, area.getWidth(), area.getHeight() - titles));
        double left = frame.getMinX();
        String name = Lettering.fitted(platform.platform(), Lettering.LABEL, area.getMaxX() - left);
        Lettering.draw(g, name, Lettering.LABEL, Lettering.INK, left, area.getY() + 8, 0);
        for (int i = 0; i < sets.size(); i++) {
            ranks(g, platform, i, left, area.getY() + 8 + LINE * (i + 1));
        }
    }

    /** A line about one set, behind its marker. */
    private void ranks(Graphics2D g, LatencyPoints platform, int set, double left, double baseline) {
        String name = sets().get(set);
        String text = !platform.sets().contains(name)
                ? "not timed"
                : platform.only(name)
                        .ofMacs()
                        .map(found -> "τ " + found.kendallText(2) + ", ρ " + found.spearmanText(2))
                        .orElse("all the same");
        g.setColor(color(set));
        g.fill(AffineTransform.getTranslateInstance(left + 2.5, baseline - 2.5).createTransformedShape(marker(set)));
        Lettering.draw(g, text, Lettering.SMALL, Lettering.INK, left + 8, baseline, 0);
    }

    private static List<Point> points(LatencyPoints platform) {
        return platform.networks().stream()
                .map(network -> new Point(network.macs() / 1e6, network.millis()))
                .toList();
    }

    private List<String> sets() {
        return platforms.stream()
                .flatMap(platform -> platform.sets().stream())
                .distinct()
                .toList();
    }

    private double row() {
        return PLOT + LINE * (1 + sets().size()) + 7;
    }

    private static Color color(int set) {
        return style(set).color();
    }

    private static Shape marker(int set) {
        return style(set).marker(1.6);
    }

    /** Circles, then diamonds: told apart by shape and by colour. */
    private static StrategyStyle style(int set) {
        return StrategyStyle.at(3 * set);
    }
}

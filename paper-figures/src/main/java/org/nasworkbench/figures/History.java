package org.nasworkbench.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.Range;
import org.nasworkbench.figures.XyPanel.Point;
import org.nasworkbench.results.Published;
import org.nasworkbench.results.Published.ImageNetNetwork;

/** Error on ImageNet and multiply-accumulates of published networks over the years; those that a search found are set apart. */
public record History(List<ImageNetNetwork> networks) implements Drawing {
    private static final String DESIGNED = "designed by people";
    private static final String FOUND = "found by a search";
    private static final StrategyStyle HAND = StrategyStyle.at(0);
    private static final StrategyStyle SEARCH = StrategyStyle.at(3);
    private static final double RADIUS = 2.4;
    private static final double LEFT = 38;
    private static final double LEGEND = 13;
    private static final double PANEL = 128;
    private static final double BETWEEN = 8;
    private static final double BELOW = 28;

    /** Years for the names of the latest networks. */
    private static final double ROOM = 1.05;

    public History {
        networks = networks.stream()
                .filter(network -> network.macsMillions().isPresent())
                .sorted(Comparator.comparing(ImageNetNetwork::firstPublished))
                .toList();
    }

    /** The networks that are published with this workbench. */
    public static History shipped() {
        return new History(Published.shipped().imageNet());
    }

    @Override
    public String name() {
        return "history";
    }

    @Override
    public String title() {
        return "Error and compute of networks for ImageNet over the years";
    }

    @Override
    public String caption() {
        return "Top-1 error on ImageNet's validation images and multiply-accumulates (MACs) an image, on a log axis, of n = "
                + networks.size()
                + " published networks at the month of their papers' first versions. Circles: designed by people; diamonds: found"
                + " by a search. Single published numbers, without intervals; trainings differ between sources: "
                + sources() + ".";
    }

    /** Where the numbers were read, each with its networks. */
    private String sources() {
        return networks.stream()
                .collect(Collectors.groupingBy(
                        network -> network.source().split(";|, ")[0],
                        LinkedHashMap::new,
                        Collectors.mapping(ImageNetNetwork::network, Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(source -> source.getKey() + " (" + source.getValue() + ")")
                .collect(Collectors.joining("; "));
    }

    @Override
    public Size size() {
        return Size.page(LEGEND + 2 * PANEL + BETWEEN + BELOW);
    }

    @Override
    public void paint(Graphics2D g) {
        double width = size().widthPoints() - LEFT - 4;
        new Legend()
                .marker(DESIGNED, HAND.color(), HAND.marker(RADIUS))
                .marker(FOUND, SEARCH.color(), SEARCH.marker(RADIUS))
                .draw(g, LEFT, 1, width);
        ValueAxis error = Axes.linear("Top-1 error (%)", range(History::error, 0.16), 6);
        Range macs = Axes.aroundLogarithmic(
                networks.stream().mapToDouble(History::macs).toArray(), 0.24);
        ValueAxis compute = Axes.logarithmic("MACs (millions, log scale)", macs, 5, Numbers::rounded);
        ValueAxis hidden = years("");
        hidden.setTickLabelsVisible(false);
        panel(g, new Rectangle2D.Double(LEFT, LEGEND, width, PANEL), hidden, error, History::error);
        panel(
                g,
                new Rectangle2D.Double(LEFT, LEGEND + PANEL + BETWEEN, width, PANEL),
                years("First published"),
                compute,
                History::macs);
    }

    private void panel(
            Graphics2D g, Rectangle2D frame, ValueAxis x, ValueAxis y, ToDoubleFunction<ImageNetNetwork> number) {
        XyPanel panel = new XyPanel(x, y);
        for (boolean searched : new boolean[] {false, true}) {
            StrategyStyle style = searched ? SEARCH : HAND;
            List<Point> points = networks.stream()
                    .filter(network -> network.searched() == searched)
                    .map(network -> new Point(year(network), number.applyAsDouble(network)))
                    .toList();
            panel.marks(points, style.marker(RADIUS), style.color(), Color.WHITE);
        }
        panel.drawAround(g, frame);
        NamedMarks marks = new NamedMarks(frame);
        for (ImageNetNetwork network : networks) {
            double across = panel.x(year(network), frame);
            marks.add(network.network(), across, panel.y(number.applyAsDouble(network), frame), RADIUS);
        }
        marks.draw(g);
    }

    private ValueAxis years(String label) {
        Range range = Axes.around(networks.stream().mapToDouble(History::year).toArray(), 0.05);
        return Axes.years(label, new Range(range.getLowerBound(), range.getUpperBound() + ROOM));
    }

    private Range range(ToDoubleFunction<ImageNetNetwork> number, double air) {
        return Axes.around(networks.stream().mapToDouble(number).toArray(), air);
    }

    private static double error(ImageNetNetwork network) {
        return 100 * (1 - network.top1Accuracy());
    }

    private static double macs(ImageNetNetwork network) {
        return network.macsMillions().orElseThrow();
    }

    /** The middle of its month. */
    private static double year(ImageNetNetwork network) {
        YearMonth month = network.firstPublished();
        return month.getYear() + (month.getMonthValue() - 0.5) / 12;
    }
}

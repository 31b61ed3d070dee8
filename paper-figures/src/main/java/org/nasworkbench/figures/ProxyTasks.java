package org.nasworkbench.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jfree.data.Range;
import org.nasworkbench.figures.XyPanel.Point;
import org.nasworkbench.results.CorrelationTable;
import org.nasworkbench.results.CorrelationTable.Row;

/**
 * Networks by their score in proxy tasks and in the target task: a panel a proxy task, best first. Many networks lie upon one another, so
 * they are counted in cells.
 *
 * @param table the correlations
 * @param columns score of each network by column, the target's too; NaN where it has none
 */
public record ProxyTasks(CorrelationTable table, Map<String, double[]> columns) implements Drawing {
    /** More columns than that make no page. */
    public static final int MOST = 9;

    private static final int A_ROW = 3;
    private static final int CELLS = 44;
    private static final double LEGEND = 13;
    private static final double TITLE = 12;
    private static final double ROW = 138;
    private static final double LOWEST = 0.005;
    private static final Color ONE = new Color(0xC6DBEF);
    private static final Color MANY = new Color(0x08306B);

    public ProxyTasks {
        columns = Map.copyOf(columns);
        if (table.rows().isEmpty() || table.rows().size() > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " proxy tasks can be drawn, but there were "
                    + table.rows().size());
        }
    }

    @Override
    public String name() {
        return "proxy-task";
    }

    @Override
    public String title() {
        return "Scores in proxy tasks against " + table.target();
    }

    @Override
    public String caption() {
        return String.format(
                Locale.ROOT,
                "Networks by their score in a proxy task, horizontally, and in the target task %s, vertically, counted in cells, as the"
                        + " table recorded both. Above each panel: Kendall’s τ of the two with its 95 %% confidence interval, over n = %,d"
                        + " networks. Axes begin at the lowest %.1f %% of the networks; what is lower is not drawn.",
                table.target(),
                table.rows().stream().mapToInt(Row::n).max().orElse(0),
                100 * LOWEST);
    }

    @Override
    public Size size() {
        return Size.page(LEGEND + ROW * ((table.rows().size() + A_ROW - 1) / A_ROW));
    }

    @Override
    public void paint(Graphics2D g) {
        List<Row> rows = table.rows().stream()
                .sorted((one, other) -> Double.compare(other.kendall(), one.kendall()))
                .toList();
        int most = rows.stream()
                .flatMap(row -> cells(row).values().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
        Legend legend = new Legend();
        legend.patch("1 network a cell", color(1, most));
        for (int count = 10; count < most; count *= 10) {
            legend.patch(Integer.toString(count), color(count, most));
        }
        legend.patch(Integer.toString(most), color(most, most)).draw(g, 34, 1, size().widthPoints() - 34);
        double each = size().widthPoints() / A_ROW;
        for (int i = 0; i < rows.size(); i++) {
            double top = LEGEND + i / A_ROW * ROW;
            panel(g, rows.get(i), most, new Rectangle2D.Double(i % A_ROW * each + 1, top, each - 5, ROW - 4));
        }
    }

    private void panel(Graphics2D g, Row row, int most, Rectangle2D area) {
        Range across = range(row.label());
        Range up = range(table.target());
        XyPanel panel = new XyPanel(Axes.linear(row.label(), across, 4), Axes.linear(table.target(), up, 4));
        double width = across.getLength() / CELLS;
        double height = up.getLength() / CELLS;
        cells(row).forEach((cell, count) -> {
            double x = across.getLowerBound() + cell % CELLS * width;
            double y = up.getLowerBound() + cell / CELLS * height;
            panel.area(
                    List.of(
                            new Point(x, y),
                            new Point(x + width, y),
                            new Point(x + width, y + height),
                            new Point(x, y + height)),
                    color(count, most));
        });
        Rectangle2D frame = panel.draw(
                g, new Rectangle2D.Double(area.getX(), area.getY() + TITLE, area.getWidth(), area.getHeight() - TITLE));
        String tau =
                String.format(Locale.ROOT, "τ %.3f (%.3f to %.3f)", row.kendall(), row.kendallLow(), row.kendallHigh());
        Lettering.draw(g, tau, Lettering.SMALL, Lettering.INK, frame.getMinX(), area.getY() + 9, 0);
    }

    /** How many networks lie in each cell that has any, by row x {@link #CELLS} + column. */
    private Map<Integer, Integer> cells(Row row) {
        double[] proxy = columns.get(row.label());
        double[] target = columns.get(table.target());
        Range across = range(row.label());
        Range up = range(table.target());
        Map<Integer, Integer> cells = new TreeMap<>();
        IntStream.range(0, proxy.length)
                .filter(i -> across.contains(proxy[i]) && up.contains(target[i]))
                .forEach(i -> cells.merge(cell(target[i], up) * CELLS + cell(proxy[i], across), 1, Integer::sum));
        return cells;
    }

    private static int cell(double value, Range range) {
        return Math.min(CELLS - 1, (int) ((value - range.getLowerBound()) / range.getLength() * CELLS));
    }

    private Range range(String column) {
        double[] known = Arrays.stream(columns.get(column))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double low = known[(int) (LOWEST * known.length)];
        return Axes.around(new double[] {low, known[known.length - 1]}, 0.02);
    }

    private static Color color(int count, int most) {
        return Blend.of(ONE, MANY, most == 1 ? 0 : StrictMath.log(count) / StrictMath.log(most));
    }
}

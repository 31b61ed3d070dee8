package org.nasworkbench.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/**
 * Images, their labels and what a network predicts, side by side.
 *
 * @param source which network it is and where the images are from, in sentences
 * @param classes names in label order
 * @param images at least one, all of one size
 */
public record Predictions(String source, List<String> classes, List<PredictedImage> images) implements Drawing {
    private static final List<String> COLUMNS = List.of("image", "ground truth", "prediction");

    /** More pixels a row than these are not told apart in print; of larger images each so many is drawn. */
    private static final int MOST_PIXELS = 240;

    /** By how much of a pixel one reaches under the next ones, so that no seam is seen between them. */
    private static final double OVERLAP = 0.3;

    private static final double GAP = 5;
    private static final double HEADER = 12;
    private static final double NOTE = 10;
    private static final int[] COLORS = {
        0x56B4E9, 0x9A9A9A, 0x000000, 0x5B4B7A, 0xCC79A7, 0x009E73, 0xF0E442, 0x8A5A2B, 0x0072B2, 0xD55E00, 0xE69F00,
    };

    public Predictions {
        classes = List.copyOf(classes);
        images = List.copyOf(images);
        if (images.isEmpty()) {
            throw new IllegalArgumentException("at least one image must be shown, but there is none");
        }
    }

    @Override
    public String name() {
        return "predictions";
    }

    @Override
    public String title() {
        return "Images, ground truth and predictions";
    }

    @Override
    public String caption() {
        return "From left to right: image, ground truth, prediction of one network; white: void, which counts nowhere. "
                + source
                + " mIoU over the classes that occur in the image, and pixel accuracy, of each image alone: "
                + images.stream()
                        .map(image -> String.format(
                                Locale.ROOT, "%s %.3f and %.3f", image.name(), image.miou(), image.accuracy()))
                        .collect(Collectors.joining("; "))
                + "." + (step() > 1 ? " Of the pixels of either side one in " + step() + " is drawn." : "");
    }

    @Override
    public Size size() {
        return Size.page(legendHeight() + HEADER + images.size() * (picture().getHeight() + NOTE + GAP));
    }

    @Override
    public void paint(Graphics2D g) {
        double top = legend().draw(g, 2, 2, size().widthPoints() - 4) + 4;
        Rectangle2D picture = picture();
        for (int column = 0; column < COLUMNS.size(); column++) {
            double x = left(column) + picture.getWidth() / 2;
            Lettering.draw(g, COLUMNS.get(column), Lettering.LABEL, Lettering.INK, x, top + HEADER - 4, 0.5);
        }
        for (int row = 0; row < images.size(); row++) {
            PredictedImage image = images.get(row);
            double y = top + HEADER + row * (picture.getHeight() + NOTE + GAP);
            pixels(g, image, left(0), y, image::color);
            pixels(g, image, left(1), y, pixel -> color(image.truth()[pixel]));
            pixels(g, image, left(2), y, pixel -> color(image.predicted()[pixel]));
            String name = Lettering.fitted(image.name(), Lettering.SMALL, picture.getWidth());
            String score =
                    "mIoU " + Numbers.fixed(image.miou(), 3) + ", accuracy " + Numbers.fixed(image.accuracy(), 3);
            double baseline = y + picture.getHeight() + NOTE - 2;
            Lettering.draw(g, name, Lettering.SMALL, Lettering.QUIET, left(0), baseline, 0);
            Lettering.draw(g, score, Lettering.SMALL, Lettering.INK, left(2) + picture.getWidth(), baseline, 1);
        }
    }

    private Legend legend() {
        Legend legend = new Legend();
        for (int label = 0; label < classes.size(); label++) {
            legend.patch(classes.get(label), new Color(color(label)));
        }
        return legend;
    }

    private double legendHeight() {
        Graphics2D nowhere = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        double height = legend().draw(nowhere, 2, 2, Size.page(1).widthPoints() - 4);
        nowhere.dispose();
        return height + 4;
    }

    /** The size of one picture. */
    private Rectangle2D picture() {
        double width = (Size.page(1).widthPoints() - 4 - (COLUMNS.size() - 1) * GAP) / COLUMNS.size();
        return new Rectangle2D.Double(
                0, 0, width, width * images.get(0).height() / images.get(0).width());
    }

    private double left(int column) {
        return 2 + column * (picture().getWidth() + GAP);
    }

    private int step() {
        return (images.get(0).width() + MOST_PIXELS - 1) / MOST_PIXELS;
    }

    /** Rectangles, not an image inside the figure: their bytes do not depend on a compressor. Runs of one colour are one. */
    private void pixels(Graphics2D g, PredictedImage image, double left, double top, IntUnaryOperator color) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        int step = step();
        int columns = image.width() / step;
        int rows = image.height() / step;
        double side = picture().getWidth() / columns;
        double height = picture().getHeight() / rows;
        for (int y = 0; y < rows; y++) {
            int from = 0;
            for (int x = 1; x <= columns; x++) {
                int row = y * step * image.width();
                int before = color.applyAsInt(row + (x - 1) * step);
                if (x == columns || color.applyAsInt(row + x * step) != before) {
                    g.setColor(new Color(before));
                    double right = left + Math.min(columns, x + OVERLAP) * side;
                    double bottom = top + Math.min(rows, y + 1 + OVERLAP) * height;
                    double corner = left + from * side;
                    g.fill(new Rectangle2D.Double(corner, top + y * height, right - corner, bottom - top - y * height));
                    from = x;
                }
            }
        }
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Axes.FRAME);
        g.setStroke(Axes.HAIR);
        g.draw(new Rectangle2D.Double(left, top, picture().getWidth(), picture().getHeight()));
    }

    /** Colours of Okabe and Ito and some between; of more classes the next ones are lighter. */
    private int color(int label) {
        if (label < 0 || label >= classes.size()) {
            return 0xFFFFFF;
        }
        double light = Math.min(0.7, 0.35 * (label / COLORS.length));
        return Blend.of(new Color(COLORS[label % COLORS.length]), Color.WHITE, light)
                        .getRGB()
                & 0xFFFFFF;
    }
}

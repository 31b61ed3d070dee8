package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HeatMapTests {
    private static final int CELL = 8;

    @Test
    void everyCellHasTheColourOfItsNumberAndWhatIsMissingIsWhite() {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 20; trial++) {
            double[][] shares = new double[random.nextInt(1, 6)][random.nextInt(1, 9)];
            for (double[] row : shares) {
                for (int column = 0; column < row.length; column++) {
                    row[column] = random.nextInt(4) == 0 ? Double.NaN : random.nextInt(5) / 4.0;
                }
            }
            BufferedImage image = drawn(shares);
            for (int row = 0; row < shares.length; row++) {
                for (int column = 0; column < shares[row].length; column++) {
                    double share = shares[row][column];
                    Color expected = Double.isNaN(share) ? Color.WHITE : ColorRamp.BLUE.at(ColorRamp.level(share));
                    int seen = image.getRGB(column * CELL + CELL / 2, row * CELL + CELL / 2);
                    assertEquals(expected, new Color(seen), row + " " + column);
                }
            }
        }
    }

    @Test
    void largerNumbersAreDarkerInGreyToo() {
        for (ColorRamp ramp : List.of(ColorRamp.BLUE, ColorRamp.ORANGE)) {
            for (int level = 1; level < ColorRamp.LEVELS; level++) {
                assertTrue(luminance(ramp.at(level)) < luminance(ramp.at(level - 1)), ramp + " " + level);
            }
            assertTrue(luminance(ramp.at(0)) - luminance(ramp.at(ColorRamp.LEVELS - 1)) > 0.7);
        }
        assertEquals(0, ColorRamp.level(-0.1));
        assertEquals(ColorRamp.LEVELS - 1, ColorRamp.level(1.2));
    }

    private static double luminance(Color color) {
        return (0.2126 * color.getRed() + 0.7152 * color.getGreen() + 0.0722 * color.getBlue()) / 255;
    }

    private static BufferedImage drawn(double[][] shares) {
        int width = CELL * shares[0].length;
        int height = CELL * shares.length;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        Lettering.prepare(g);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        new HeatMap(shares, ColorRamp.BLUE).draw(g, new Rectangle2D.Double(0, 0, width, height));
        g.dispose();
        return image;
    }
}

package org.nasworkbench.space;

import java.io.Serializable;

/**
 * The shape of one feature map, without the batch: channels x height x width (NCHW order).
 *
 * @param channels channels, at least 1
 * @param height rows in pixels, at least 1
 * @param width columns in pixels, at least 1
 */
public record Shape(int channels, int height, int width) implements Serializable {
    public Shape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "a shape must be at least 1x1x1, but was " + channels + "x" + height + "x" + width);
        }
    }

    /** Reads {@code 3x1024x2048}. */
    public static Shape parse(String text) {
        String[] parts = text.trim().split("x");
        try {
            if (parts.length == 3) {
                return new Shape(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
            }
        } catch (NumberFormatException e) {
            // falls through to the one message that states the rule
        }
        throw new IllegalArgumentException("a shape must read CxHxW, such as 3x1024x2048, but was '" + text + "'");
    }

    /** The number of values. */
    public long elements() {
        return (long) channels * height * width;
    }

    /** This shape with other channels. */
    public Shape withChannels(int other) {
        return new Shape(other, height, width);
    }

    @Override
    public String toString() {
        return channels + "x" + height + "x" + width;
    }
}

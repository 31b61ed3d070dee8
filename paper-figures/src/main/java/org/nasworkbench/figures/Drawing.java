package org.nasworkbench.figures;

import java.awt.Graphics2D;

/** A picture for a paper with all that it shows: a {@link Figure} of one study, or a picture of other numbers. */
public interface Drawing {
    /** The name of its files, such as {@code quality-latency}. */
    String name();

    /** What it shows, in a few words. */
    String title();

    /** What a reader needs to read it. Plain text. */
    String caption();

    /** The size it is made for, in points. */
    Size size();

    /** Paints it with the upper left corner at the origin, each time the same picture. */
    void paint(Graphics2D graphics);
}

package org.nasworkbench.figures;

import java.awt.Graphics2D;
import org.nasworkbench.results.StudyResults;

/** One figure of a study. A figure reads results, never searches, and paints the same picture for the same results. */
public interface Figure {
    /** The name of its files, such as {@code quality-latency}. */
    String name();

    /** What it shows, in a few words. */
    String title();

    /** Whether the study has what it shows. */
    default boolean appliesTo(StudyResults results) {
        return true;
    }

    /** What a reader needs to read it: marks, how seeds are summarised, what is left out. Plain text. */
    String caption(StudyResults results);

    /** The size it is made for, in points; more rows may need more height. */
    Size size(StudyResults results);

    /** Paints it with the upper left corner at the origin. */
    void paint(Graphics2D graphics, Size size, StudyResults results);

    /** The figure of one study, ready to be drawn. */
    default Drawing of(StudyResults results) {
        return new StudyFigure(this, results);
    }
}

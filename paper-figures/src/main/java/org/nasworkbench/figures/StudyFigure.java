package org.nasworkbench.figures;

import java.awt.Graphics2D;
import org.nasworkbench.results.StudyResults;

/** A figure of one study. */
record StudyFigure(Figure figure, StudyResults results) implements Drawing {
    @Override
    public String name() {
        return figure.name();
    }

    @Override
    public String title() {
        return figure.title();
    }

    @Override
    public String caption() {
        return figure.caption(results);
    }

    @Override
    public Size size() {
        return figure.size(results);
    }

    @Override
    public void paint(Graphics2D graphics) {
        figure.paint(graphics, size(), results);
    }
}

package org.nasworkbench.figures;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The marks of one picture, each declared once: pgfplots' own come in other sizes. */
final class PgfMarks {
    private final Map<String, String> names = new LinkedHashMap<>();

    /** The name of a marker around the origin, with an edge or without. */
    String name(Shape marker, boolean edged) {
        String code = path(marker) + (edged ? "\\pgfusepathqfillstroke" : "\\pgfusepathqfill");
        return names.computeIfAbsent(code, shape -> "nas" + (char) ('a' + names.size()));
    }

    private static String path(Shape marker) {
        StringBuilder path = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator i = marker.getPathIterator(AffineTransform.getScaleInstance(1, -1)); !i.isDone(); i.next()) {
            switch (i.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> path.append("\\pgfpathmoveto").append(point(at, 0));
                case PathIterator.SEG_LINETO -> path.append("\\pgfpathlineto").append(point(at, 0));
                case PathIterator.SEG_CUBICTO ->
                    path.append("\\pgfpathcurveto")
                            .append(point(at, 0))
                            .append(point(at, 2))
                            .append(point(at, 4));
                case PathIterator.SEG_CLOSE -> path.append("\\pgfpathclose");
                default ->
                    throw new IllegalArgumentException("markers must be of lines and cubic curves, but were not");
            }
        }
        return path.toString();
    }

    private static String point(double[] at, int from) {
        return "{\\pgfpoint{" + Pgf.points(at[from]) + "}{" + Pgf.points(at[from + 1]) + "}}";
    }

    /** The declarations. */
    String source() {
        return names.entrySet().stream()
                .map(mark -> "\\pgfdeclareplotmark{" + mark.getValue() + "}{" + mark.getKey() + "}\n")
                .collect(Collectors.joining());
    }
}

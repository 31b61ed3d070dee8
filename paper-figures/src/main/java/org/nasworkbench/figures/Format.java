package org.nasworkbench.figures;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A file format of figures. */
public enum Format {
    /** Text as outlines, so that it looks the same everywhere. */
    SVG,
    /** Text with its font embedded, so that it can be searched. */
    PDF,
    /** 600 dots an inch, on white. */
    PNG,
    /** Source for LaTeX and pgfplots, of figures with axes of numbers. */
    TEX;

    /** The formats that every figure has. */
    public static final Set<Format> PICTURES = Collections.unmodifiableSet(EnumSet.of(SVG, PDF, PNG));

    /** The format that a file's name ends with. */
    public static Format of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith("." + format.extension()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a figure's file must end with .svg, .pdf, .png or .tex, but was '" + file + "'"));
    }

    /** The end of a file's name, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}

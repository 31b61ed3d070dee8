package org.nasworkbench.figures;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** A file format of figures. */
public enum Format {
    /** Text as outlines, so that it looks the same everywhere. */
    SVG,
    /** Text with its font embedded, so that it can be searched. */
    PDF,
    /** 600 dots an inch, on white. */
    PNG;

    /** The format that a file's name ends with. */
    public static Format of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith("." + format.extension()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a figure's file must end with .svg, .pdf or .png, but was '" + file + "'"));
    }

    /** The end of a file's name, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}

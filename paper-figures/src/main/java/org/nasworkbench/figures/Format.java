package org.nasworkbench.figures;

import java.util.Locale;

/** A file format of figures. */
public enum Format {
    /** Text as outlines, so that it looks the same everywhere. */
    SVG,
    /** Text with its font embedded, so that it can be searched. */
    PDF,
    /** 600 dots an inch, on white. */
    PNG;

    /** The end of a file's name, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.nasworkbench.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.work.WholeFile;

/** Writes figures and other drawings into a folder. A file is there whole or not at all. */
public final class FigureFiles {
    private FigureFiles() {}

    /** Writes one figure of a study, as {@link #write(Drawing, Path, Set)} does. */
    public static List<Path> write(Figure figure, StudyResults results, Path directory, Set<Format> formats)
            throws IOException {
        return write(figure.of(results), directory, formats);
    }

    /**
     * Writes one drawing as {@code NAME.FORMAT} for each format.
     *
     * @param directory made where missing
     * @return the files, in the order of {@link Format}
     */
    public static List<Path> write(Drawing drawing, Path directory, Set<Format> formats) throws IOException {
        Files.createDirectories(directory);
        List<Path> written = new ArrayList<>();
        for (Format format : EnumSet.allOf(Format.class)) {
            if (formats.contains(format)) {
                Path file = directory.resolve(drawing.name() + "." + format.extension());
                WholeFile.write(file, bytes(drawing, format));
                written.add(file);
            }
        }
        return written;
    }

    /** Whether a drawing can be written in a format. */
    public static boolean has(Drawing drawing, Format format) {
        return format != Format.TEX || PgfDrawing.isFor(drawing);
    }

    /** Writes one drawing to a file, in the format that its name ends with. */
    public static void write(Drawing drawing, Path file) throws IOException {
        byte[] bytes = bytes(drawing, Format.of(file));
        Files.createDirectories(file.toAbsolutePath().getParent());
        WholeFile.write(file, bytes);
    }

    private static byte[] bytes(Drawing drawing, Format format) throws IOException {
        return switch (format) {
            case SVG -> SvgDrawing.file(drawing);
            case PDF -> PdfDrawing.file(drawing);
            case PNG -> PngDrawing.file(drawing);
            case TEX -> PgfDrawing.file(drawing);
        };
    }
}

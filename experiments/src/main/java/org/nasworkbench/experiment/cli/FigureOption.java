package org.nasworkbench.experiment.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.nasworkbench.figures.Drawing;
import org.nasworkbench.figures.FigureFiles;
import org.nasworkbench.figures.Format;
import picocli.CommandLine.Option;

/** A figure that a command draws of what it found. */
final class FigureOption {
    @Option(
            names = "--figure",
            paramLabel = "FILE",
            description = "draws it: a file that ends with .svg, .pdf, .png or .tex")
    private Optional<Path> file;

    /** Where to draw, if anywhere. Asked before a command's work, it refuses a file that could not be written after it. */
    Optional<Path> file() {
        file.ifPresent(Format::of);
        return file;
    }

    /** Where to draw, for a command that does nothing else. */
    Path required() {
        return file().orElseThrow(
                        () -> new IllegalArgumentException("--figure must name the file to draw, but is missing"));
    }

    /** Draws, and says where and what a reader needs to know. */
    static void draw(Drawing drawing, Path file) throws IOException {
        FigureFiles.write(drawing, file);
        System.out.println(drawing.title() + ". " + drawing.caption());
        System.out.println(file);
    }
}

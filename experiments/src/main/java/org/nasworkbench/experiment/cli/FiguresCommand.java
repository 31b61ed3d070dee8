package org.nasworkbench.experiment.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.figures.Drawing;
import org.nasworkbench.figures.Figure;
import org.nasworkbench.figures.FigureFiles;
import org.nasworkbench.figures.Figures;
import org.nasworkbench.figures.Format;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyResults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws figures alone. */
@Command(name = "figures", description = "Draws the figures again from what is stored.")
final class FiguresCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "RUN",
            arity = "0..*",
            description = "folders of runs; none for figures of published numbers, such as history")
    private List<Path> runs = List.of();

    @Option(names = "--figure", paramLabel = "NAME", description = "one figure only")
    private String name;

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; all by default")
    private List<Format> formats = List.of(Format.values());

    @Option(
            names = "--strategies",
            split = ",",
            paramLabel = "STRATEGY",
            description = "of these strategies alone; all by default")
    private List<String> strategies = List.of();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "default: figures/ in the folder of each run, or here")
    private Path out;

    @Override
    public Integer call() throws Exception {
        Optional<Drawing> published = Figures.published().stream()
                .filter(drawing -> drawing.name().equals(name))
                .findFirst();
        if (published.isPresent()) {
            write(published.get(), out == null ? Path.of("figures") : out);
        } else if (runs.isEmpty()) {
            throw new IllegalArgumentException("a figure of a study needs the folder of a run, but there was none");
        }
        for (Path run : published.isPresent() ? List.<Path>of() : runs) {
            RunFolder folder = new RunFolder(run);
            StudyResults all = StoredStudy.read(folder.store());
            StudyResults results = strategies.isEmpty() ? all : all.only(strategies);
            for (Figure figure : name == null ? Figures.of(results) : List.of(Figures.named(name))) {
                write(figure.of(results), out == null ? folder.figures() : out);
            }
        }
        return 0;
    }

    private void write(Drawing drawing, Path folder) throws IOException {
        FigureFiles.write(drawing, folder, EnumSet.copyOf(formats)).forEach(System.out::println);
    }
}

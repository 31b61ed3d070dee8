package org.nasworkbench.experiment.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.run.RecordedRun;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.figures.Drawing;
import org.nasworkbench.figures.Figure;
import org.nasworkbench.figures.FigureFiles;
import org.nasworkbench.figures.Figures;
import org.nasworkbench.figures.Format;
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

    @Option(
            names = "--figure",
            split = ",",
            paramLabel = "NAME",
            description = "these alone; by default all that a run has something for")
    private List<String> names = List.of();

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
        List<Drawing> published = Figures.published().stream()
                .filter(drawing -> names.contains(drawing.name()))
                .toList();
        for (Drawing drawing : published) {
            write(drawing, out == null ? Path.of("figures") : out);
        }
        if (runs.isEmpty() && (names.isEmpty() || published.size() < names.size())) {
            throw new IllegalArgumentException("a figure of a study needs the folder of a run, but there was none");
        }
        for (Path run : runs) {
            RunFolder folder = new RunFolder(run);
            StudyResults all = RecordedRun.read(folder);
            StudyResults results = strategies.isEmpty() ? all : all.only(strategies);
            for (Figure figure : figures(results, run)) {
                write(figure.of(results), out == null ? folder.figures() : out);
            }
        }
        return 0;
    }

    /** The figures asked for, each with something to show. */
    private List<Figure> figures(StudyResults results, Path run) {
        if (names.isEmpty()) {
            return Figures.of(results);
        }
        List<Figure> figures = names.stream()
                .filter(name -> Figures.published().stream()
                        .noneMatch(drawing -> drawing.name().equals(name)))
                .map(Figures::named)
                .toList();
        figures.stream()
                .filter(figure -> !figure.appliesTo(results))
                .findFirst()
                .ifPresent(figure -> {
                    throw new IllegalArgumentException("a figure needs something to show, but " + run
                            + " has nothing for " + figure.name() + ", only for "
                            + Figures.of(results).stream().map(Figure::name).toList());
                });
        return figures;
    }

    private void write(Drawing drawing, Path folder) throws IOException {
        FigureFiles.write(drawing, folder, EnumSet.copyOf(formats)).forEach(System.out::println);
    }
}

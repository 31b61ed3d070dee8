package org.nasworkbench.experiment.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.run.Correlations;
import org.nasworkbench.experiment.run.RecordedRun;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.experiment.study.InvalidStudyException;
import org.nasworkbench.figures.Drawing;
import org.nasworkbench.figures.FigureFiles;
import org.nasworkbench.figures.Figures;
import org.nasworkbench.figures.Format;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.space.Nearest;
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
            description = "${COMPLETION-CANDIDATES}; all but TEX by default")
    private List<Format> formats = List.copyOf(Format.PICTURES);

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
            for (Drawing drawing : drawings(results, folder)) {
                write(drawing, out == null ? folder.figures() : out);
            }
        }
        return 0;
    }

    /** The drawings asked for, each with something to show. */
    private List<Drawing> drawings(StudyResults results, RunFolder folder) throws IOException, InvalidStudyException {
        List<Drawing> all = new ArrayList<>(
                Figures.of(results).stream().map(figure -> figure.of(results)).toList());
        all.addAll(Correlations.drawings(folder));
        if (names.isEmpty()) {
            return all;
        }
        List<String> known = all.stream().map(Drawing::name).toList();
        names.stream()
                .filter(name -> !known.contains(name)
                        && Figures.published().stream()
                                .noneMatch(drawing -> drawing.name().equals(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("a figure of " + folder.root() + " must be one of " + known
                            + ", for which it has something to show, but was '" + name + "'; did you mean '"
                            + Nearest.word(name, known) + "'?");
                });
        return all.stream().filter(drawing -> names.contains(drawing.name())).toList();
    }

    private void write(Drawing drawing, Path folder) throws IOException {
        Set<Format> possible = EnumSet.copyOf(formats);
        if (possible.contains(Format.TEX) && !FigureFiles.has(drawing, Format.TEX)) {
            possible.remove(Format.TEX);
            System.err.println(drawing.name() + " has no axes that pgfplots could have, so there is no .tex of it");
        }
        FigureFiles.write(drawing, folder, possible).forEach(System.out::println);
    }
}

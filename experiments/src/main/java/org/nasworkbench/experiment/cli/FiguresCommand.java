package org.nasworkbench.experiment.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.run.RunFolder;
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
    @Parameters(paramLabel = "RUN", arity = "1..*", description = "folders of runs")
    private List<Path> runs;

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

    @Option(names = "--out", paramLabel = "FOLDER", description = "default: figures/ in the folder of each run")
    private Path out;

    @Override
    public Integer call() throws Exception {
        for (Path run : runs) {
            RunFolder folder = new RunFolder(run);
            StudyResults all = StoredStudy.read(folder.store());
            StudyResults results = strategies.isEmpty() ? all : all.only(strategies);
            List<Figure> figures = name == null ? Figures.of(results) : List.of(Figures.named(name));
            for (Figure figure : figures) {
                FigureFiles.write(figure, results, out == null ? folder.figures() : out, EnumSet.copyOf(formats))
                        .forEach(System.out::println);
            }
        }
        return 0;
    }
}

package org.nasworkbench.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.nasworkbench.results.StudyResults;

/** One small drawing of each kind. */
final class GoldenDrawings {
    /** The formats whose bytes are the same everywhere; those of PNG depend on the JDK. */
    private static Set<Format> formats(Drawing drawing) {
        return FigureFiles.has(drawing, Format.TEX)
                ? EnumSet.of(Format.SVG, Format.PDF, Format.TEX)
                : EnumSet.of(Format.SVG, Format.PDF);
    }

    private GoldenDrawings() {}

    static List<Drawing> all() {
        StudyResults study = new SyntheticStudy(3)
                .with(SyntheticStudy.STRATEGIES.subList(2, 5), 2, 12)
                .results();
        StudyResults ranked = new SyntheticStudy(3)
                .with(SyntheticStudy.STRATEGIES.subList(0, 4), 12, 2)
                .results();
        return List.of(
                new QualityLatency().of(study),
                new BestSoFar().of(study),
                new CriticalDifferenceDiagram().of(ranked),
                new FoundNetworks().of(NetworkDiagramTests.study()),
                new SupernetFidelity().of(SupernetFidelityTests.judged()),
                new SupernetHealth().of(LearnedLogits.in(study, 3, 6)),
                new OptionProbabilities().of(LearnedLogits.in(study, 3, 6)),
                new CostByCategory().of(study),
                new SearchCost().of(SyntheticStudy.table()),
                History.shipped(),
                PredictionsTests.two(),
                ProxyTasksTests.of(3),
                RankCorrelationsTests.columns(6),
                new PredictedLatency(List.of(LatencyFiguresTests.points("here", false))),
                new MacsLatency(List.of(LatencyFiguresTests.points("here", false))),
                LatencyFiguresTests.matrix(3));
    }

    /** Draws all of them into a folder, to be called in a JVM of its own. */
    public static void main(String[] folder) throws IOException {
        write(Path.of(folder[0]));
    }

    static void write(Path folder) throws IOException {
        for (Drawing drawing : all()) {
            FigureFiles.write(drawing, folder, formats(drawing));
        }
    }
}

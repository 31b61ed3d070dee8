package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nasworkbench.experiment.study.InvalidStudyException;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.TableSpec;
import org.nasworkbench.experiment.study.TableSpec.Correlate;
import org.nasworkbench.figures.Drawing;
import org.nasworkbench.figures.FigureFiles;
import org.nasworkbench.figures.Format;
import org.nasworkbench.figures.ProxyTasks;
import org.nasworkbench.figures.RankCorrelations;
import org.nasworkbench.results.CorrelationTable;
import org.nasworkbench.results.CorrelationTable.Row;
import org.nasworkbench.results.FactCsv;
import org.nasworkbench.results.Interval;
import org.nasworkbench.results.RankCorrelation;
import org.nasworkbench.table.Tables;

/** Holds columns of a study's table against another one, over all networks that have both. */
public final class Correlations {
    private Correlations() {}

    /**
     * The figures of a run's {@code correlations.csv}; none where there is no such file.
     *
     * @throws InvalidStudyException if the networks' scores are in a table that is not here
     */
    public static List<Drawing> drawings(RunFolder folder) throws IOException, InvalidStudyException {
        Path file = folder.root().resolve("correlations.csv");
        if (!Files.exists(file)) {
            return List.of();
        }
        Study study = RunManifest.read(folder).study(folder, List.of());
        if (study.ground() instanceof TableSpec spec && spec.correlate().isPresent()) {
            return drawings(
                    CorrelationTable.of(FactCsv.read(file)),
                    numbers(spec, spec.correlate().get()));
        }
        return List.of();
    }

    private static List<Drawing> drawings(CorrelationTable table, Map<String, double[]> numbers) {
        Drawing ranks = new RankCorrelations("rank-correlations", table);
        return table.rows().size() > ProxyTasks.MOST ? List.of(ranks) : List.of(ranks, new ProxyTasks(table, numbers));
    }

    private static Map<String, double[]> numbers(TableSpec spec, Correlate correlate) throws IOException {
        List<String> columns = new ArrayList<>(correlate.with());
        columns.add(correlate.column());
        return Tables.numbers(spec.definition(), spec.source(), spec.more(), columns);
    }

    /** Writes {@code correlations.csv} and its figures into a run's folder; returns the table. */
    static CorrelationTable write(TableSpec spec, Correlate correlate, RunFolder folder) throws IOException {
        Map<String, double[]> numbers = numbers(spec, correlate);
        CorrelationTable table = new CorrelationTable(
                "Rank correlation with " + correlate.column(),
                correlate.column(),
                correlate.with().stream()
                        .map(column -> row(column, numbers.get(column), numbers.get(correlate.column())))
                        .toList());
        table.write(folder.root());
        for (Drawing drawing : drawings(table, numbers)) {
            FigureFiles.write(drawing, folder.figures(), Format.PICTURES);
        }
        return table;
    }

    private static Row row(String column, double[] ours, double[] target) {
        int[] both = IntStream.range(0, ours.length)
                .filter(row -> !Double.isNaN(ours[row]) && !Double.isNaN(target[row]))
                .toArray();
        RankCorrelation correlation = RankCorrelation.of(at(both, ours), at(both, target));
        Interval tau = correlation.kendallInterval().orElse(new Interval(-1, 1, 1));
        Interval rho = correlation.spearmanInterval().orElse(new Interval(-1, 1, 1));
        return new Row(
                column,
                both.length,
                correlation.kendall(),
                tau.low(),
                tau.high(),
                correlation.spearman(),
                rho.low(),
                rho.high());
    }

    private static double[] at(int[] rows, double[] column) {
        return IntStream.of(rows).mapToDouble(row -> column[row]).toArray();
    }
}

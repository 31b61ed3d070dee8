package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nasworkbench.experiment.study.TableSpec;
import org.nasworkbench.experiment.study.TableSpec.Correlate;
import org.nasworkbench.figures.FigureFiles;
import org.nasworkbench.figures.Format;
import org.nasworkbench.figures.RankCorrelations;
import org.nasworkbench.results.CorrelationTable;
import org.nasworkbench.results.CorrelationTable.Row;
import org.nasworkbench.results.Interval;
import org.nasworkbench.results.RankCorrelation;
import org.nasworkbench.table.Tables;

/** Holds columns of a study's table against another one, over all networks that have both. */
final class Correlations {
    private Correlations() {}

    /** Writes {@code correlations.csv} and the figure {@code rank-correlations} into a run's folder; returns the table. */
    static CorrelationTable write(TableSpec spec, Correlate correlate, RunFolder folder) throws IOException {
        List<String> columns = new ArrayList<>(correlate.with());
        columns.add(correlate.column());
        Map<String, double[]> numbers = Tables.numbers(spec.definition(), spec.source(), spec.more(), columns);
        CorrelationTable table = new CorrelationTable(
                "Rank correlation with " + correlate.column(),
                correlate.column(),
                correlate.with().stream()
                        .map(column -> row(column, numbers.get(column), numbers.get(correlate.column())))
                        .toList());
        table.write(folder.root());
        FigureFiles.write(
                new RankCorrelations("rank-correlations", table), folder.figures(), EnumSet.allOf(Format.class));
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

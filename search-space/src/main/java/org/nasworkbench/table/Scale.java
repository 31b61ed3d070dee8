package org.nasworkbench.table;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.nasworkbench.table.TableDefinition.Bounds;
import org.nasworkbench.table.TableDefinition.Direction;
import org.nasworkbench.table.TableDefinition.Unit;

/**
 * How the scores of a table become fractions in [0, 1]: {@code low} becomes 0 and {@code high} 1, or the other way round where small
 * ones are good.
 */
record Scale(RawTable raw, double low, double high, Direction direction) {
    /** The scale of a table's unit; for {@link Unit#RANGE} from the smallest to the largest number of all its score columns. */
    static Scale of(TableDefinition definition, RawTable raw) {
        Direction direction = definition.score().direction();
        return switch (definition.score().unit()) {
            case FRACTION -> new Scale(raw, 0, 1, direction);
            case PERCENT -> new Scale(raw, 0, 100, direction);
            case RANGE -> {
                Bounds bounds = Bounds.of(Unit.RANGE);
                DoubleSummaryStatistics all = definition.numbers().entrySet().stream()
                        .filter(entry -> entry.getValue().equals(bounds))
                        .flatMapToDouble(entry -> Arrays.stream(raw.numbers().get(entry.getKey())))
                        .filter(number -> !Double.isNaN(number))
                        .summaryStatistics();
                yield new Scale(raw, all.getMin(), Math.max(all.getMax(), Math.nextUp(all.getMin())), direction);
            }
        };
    }

    /** Columns as fractions, [columns][rows]; NaN where a cell is empty. */
    double[][] fractions(List<String> columns) {
        return columns.stream()
                .map(column -> Arrays.stream(raw.numbers().get(column))
                        .map(this::fraction)
                        .toArray())
                .toArray(double[][]::new);
    }

    private double fraction(double number) {
        double fraction = (number - low) / (high - low);
        return direction == Direction.MAXIMISE ? fraction : 1 - fraction;
    }
}

package org.nasworkbench.results;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * Numbers that others published, each with where it was read: {@code results/published/*.csv}. A number that was not found at a
 * source is empty. Scores and errors are fractions in [0, 1].
 *
 * @param squeezeNas the six networks of SqueezeNAS on Cityscapes' validation split, 1024x2048
 * @param searchCosts what searches cost their authors
 * @param handDesigned networks that people designed, on ImageNet
 */
public record Published(
        List<SqueezeNasNetwork> squeezeNas, List<SearchCost> searchCosts, List<HandDesigned> handDesigned) {
    /** One network of SqueezeNAS. */
    public record SqueezeNasNetwork(String network, double classMiou, double gigaMacs, String source) {}

    /** What one method's search cost, and what it found. */
    public record SearchCost(
            String dataset,
            String method,
            double testError,
            OptionalDouble paramsMillions,
            OptionalDouble gpuDays,
            String source) {}

    /** One network that people designed. */
    public record HandDesigned(
            String network,
            double top1Accuracy,
            OptionalDouble paramsMillions,
            OptionalDouble macsMillions,
            String source) {}

    /** Reads the three files of a folder. */
    public static Published read(Path folder) {
        ColumnType text = ColumnType.STRING;
        ColumnType number = ColumnType.DOUBLE;
        return new Published(
                rows(
                        folder.resolve("squeezenas.csv"),
                        row -> new SqueezeNasNetwork(
                                row.getString("network"),
                                row.getDouble("class_miou"),
                                row.getDouble("gmacs"),
                                row.getString("source")),
                        text,
                        number,
                        number,
                        text,
                        text),
                rows(
                        folder.resolve("search-cost.csv"),
                        row -> new SearchCost(
                                row.getString("dataset"),
                                row.getString("method"),
                                row.getDouble("test_error"),
                                optional(row, "params_millions"),
                                optional(row, "gpu_days"),
                                row.getString("source")),
                        text,
                        text,
                        number,
                        number,
                        number,
                        text,
                        text),
                rows(
                        folder.resolve("hand-designed.csv"),
                        row -> new HandDesigned(
                                row.getString("network"),
                                row.getDouble("top1_accuracy"),
                                optional(row, "params_millions"),
                                optional(row, "macs_millions"),
                                row.getString("source")),
                        text,
                        number,
                        number,
                        number,
                        text,
                        text));
    }

    private static <T> List<T> rows(Path file, Function<Row, T> of, ColumnType... types) {
        Table table =
                Table.read().usingOptions(CsvReadOptions.builder(file.toFile()).columnTypes(types));
        return table.stream().map(row -> of.apply(checked(row, file))).toList();
    }

    /** Each number was read at its source (S) or computed from data (D). */
    private static Row checked(Row row, Path file) {
        if (row.getString("source").isBlank() || !row.getString("mark").matches("[SD]")) {
            throw new IllegalArgumentException("a published number must have a source and the mark S or D, but had '"
                    + row.getString("source") + "' and '" + row.getString("mark") + "' (" + file + ":"
                    + (row.getRowNumber() + 2) + ")");
        }
        return row;
    }

    private static OptionalDouble optional(Row row, String column) {
        return row.isMissing(column) ? OptionalDouble.empty() : OptionalDouble.of(row.getDouble(column));
    }
}

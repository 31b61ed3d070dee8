package org.nasworkbench.results;

import java.time.YearMonth;
import java.util.List;
import java.util.OptionalDouble;
import tech.tablesaw.api.ColumnType;

/**
 * Numbers that others published, each with where it was read or computed from what; none from memory. A number that was not found
 * at a source is empty. Scores and errors are fractions in [0, 1].
 *
 * @param squeezeNas the six networks of SqueezeNAS on Cityscapes' validation split, 1024x2048
 * @param searchCosts what searches cost their authors
 * @param imageNet networks for ImageNet's 1,000 classes, those that people designed and those that were found by a search
 */
public record Published(
        List<SqueezeNasNetwork> squeezeNas, List<SearchCost> searchCosts, List<ImageNetNetwork> imageNet) {
    private static final String CONFIRMED = "SD";

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

    /**
     * One network for ImageNet.
     *
     * @param firstPublished the month of its paper's first version, which an arXiv number tells
     * @param searched whether a search found it
     */
    public record ImageNetNetwork(
            String network,
            YearMonth firstPublished,
            boolean searched,
            double top1Accuracy,
            OptionalDouble paramsMillions,
            OptionalDouble macsMillions,
            String source) {}

    /** The numbers that come with this module. */
    public static Published shipped() {
        return Shipped.NUMBERS;
    }

    private static Published read() {
        ColumnType text = ColumnType.STRING;
        ColumnType number = ColumnType.DOUBLE;
        return new Published(
                new PublishedFile("squeezenas.csv", CONFIRMED)
                        .rows(
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
                new PublishedFile("search-cost.csv", CONFIRMED)
                        .rows(
                                row -> new SearchCost(
                                        row.getString("dataset"),
                                        row.getString("method"),
                                        row.getDouble("test_error"),
                                        PublishedFile.optional(row, "params_millions"),
                                        PublishedFile.optional(row, "gpu_days"),
                                        row.getString("source")),
                                text,
                                text,
                                number,
                                number,
                                number,
                                text,
                                text),
                new PublishedFile("imagenet.csv", CONFIRMED)
                        .rows(
                                row -> new ImageNetNetwork(
                                        row.getString("network"),
                                        YearMonth.parse(row.getString("first_published")),
                                        row.getBoolean("searched"),
                                        row.getDouble("top1_accuracy"),
                                        PublishedFile.optional(row, "params_millions"),
                                        PublishedFile.optional(row, "macs_millions"),
                                        row.getString("source")),
                                text,
                                text,
                                ColumnType.BOOLEAN,
                                number,
                                number,
                                number,
                                text,
                                text));
    }

    /** Read once, when first asked for. */
    private static final class Shipped {
        private static final Published NUMBERS = read();
    }
}

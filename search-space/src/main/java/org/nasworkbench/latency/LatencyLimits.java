package org.nasworkbench.latency;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a table's checks must reach before anything is decided by it.
 *
 * @param largestError mean absolute relative error of whole networks
 * @param leastSpearman rank correlation of predictions with whole networks that are spread over the range
 */
public record LatencyLimits(double largestError, double leastSpearman) implements Serializable {
    /** Where nothing else is said. Networks that hardly differ are ranked by noise: the rank limit is one against nonsense. */
    public static final LatencyLimits STANDARD = new LatencyLimits(0.1, 0.6);

    public LatencyLimits {
        if (!(largestError > 0) || !(leastSpearman >= -1 && leastSpearman <= 1)) {
            throw new IllegalArgumentException("limits must be an error above 0 and a rank correlation from -1 to 1,"
                    + " but were " + largestError + " and " + leastSpearman);
        }
    }

    /** What a table fails, in words; empty if it is fit. */
    public List<String> failures(LatencyTable table) {
        List<String> failures = new ArrayList<>();
        error("whole networks", table.check(), failures);
        for (Map.Entry<String, LatencyCheck> further : table.further().entrySet()) {
            if (!further.getKey().endsWith(LatencyExamination.CEILING)) {
                error("the " + further.getKey(), further.getValue(), failures);
            }
        }
        if (!(table.check().spearman() >= leastSpearman)) {
            failures.add(String.format(
                    Locale.ROOT,
                    "Spearman over whole networks must be at least %s, but was %.3f",
                    leastSpearman,
                    table.check().spearman()));
        }
        return failures;
    }

    private void error(String what, LatencyCheck check, List<String> failures) {
        if (!(check.meanAbsoluteError() <= largestError)) {
            failures.add(String.format(
                    Locale.ROOT,
                    "the mean absolute error on %s must be at most %s %%, but was %.1f %%",
                    what,
                    100 * largestError,
                    100 * check.meanAbsoluteError()));
        }
    }
}

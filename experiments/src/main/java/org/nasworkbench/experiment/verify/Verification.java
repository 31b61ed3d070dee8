package org.nasworkbench.experiment.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of it.
 *
 * @param mismatches the first of each file, or of each table cell
 * @param checked files that were made again as a whole, and parts of others, in words
 * @param unchecked what could not be made again, and why
 */
public record Verification(List<Mismatch> mismatches, List<String> checked, List<String> unchecked) {
    public Verification {
        mismatches = List.copyOf(mismatches);
        checked = List.copyOf(checked);
        unchecked = List.copyOf(unchecked);
    }

    /** Whether nothing other is written than what came out. */
    public boolean holds() {
        return mismatches.isEmpty();
    }

    /** Both. */
    public Verification and(Verification other) {
        return new Verification(
                joined(mismatches, other.mismatches),
                joined(checked, other.checked),
                joined(unchecked, other.unchecked));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}

package org.nasworkbench.figures;

import org.nasworkbench.results.StudyResults;

/** What the search score of a study is called on axes: the fact {@code score}, or validation mIoU. */
final class ScoreName {
    private ScoreName() {}

    static String of(StudyResults results) {
        return results.facts().getOrDefault("score", "Validation mIoU");
    }
}

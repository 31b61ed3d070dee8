package org.nasworkbench.results;

import java.util.List;

/**
 * Where final trainings started. One that started from weights of its search is no training from scratch, so whatever shows or compares final
 * scores says so.
 *
 * @param inheriting strategies with a final training that started from the supernet's weights, in the study's order
 */
public record FinalStarts(List<String> inheriting) {
    public FinalStarts {
        inheriting = List.copyOf(inheriting);
    }

    /** Those of a study. */
    public static FinalStarts of(StudyResults study) {
        return new FinalStarts(study.runs().stream()
                .map(StudyResults.Run::strategy)
                .distinct()
                .filter(strategy -> study.finals().stream()
                        .anyMatch(end -> end.inherited() && end.strategy().equals(strategy)))
                .toList());
    }

    /** Whether any did not start from scratch. */
    public boolean differ() {
        return !inheriting.isEmpty();
    }

    /** The start of one final training, in words. */
    public static String words(StudyResults.Final training) {
        return training.inherited() ? "started from the supernet's weights" : "started from scratch";
    }

    /** What has to be said beside final scores: one sentence, or none where all started from scratch. */
    public List<String> sentences() {
        return differ()
                ? List.of(
                        "Final trainings of " + String.join(", ", inheriting)
                                + " started from the supernet's weights, all others from scratch: final scores differ by that too.")
                : List.of();
    }
}

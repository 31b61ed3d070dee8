package org.nasworkbench.results;

import java.util.OptionalDouble;

/** What strategies are compared in. One number a run: final trainings of one run are no independent runs of its strategy. */
public enum Measure {
    /** The chosen network's score on the sealed test split, mean over the run's final trainings. */
    FINAL_SCORE("final score"),
    /** What the search claimed for its chosen network. */
    SEARCH_SCORE("search score");

    private final String label;

    Measure(String label) {
        this.label = label;
    }

    /** Words for a sentence. */
    public String label() {
        return label;
    }

    /** A run's number; empty where it has none. */
    public OptionalDouble of(StudyResults.Run run) {
        return this == FINAL_SCORE ? run.finalScore() : run.searchScore();
    }
}

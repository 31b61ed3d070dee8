package org.nasworkbench.results;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How long a study's networks were trained. Scores of trainings of different lengths do not compare, so whatever shows or compares
 * scores takes those of full length; costs count all.
 *
 * @param full epochs of a full training
 * @param shorter trials that were trained for less
 * @param without runs that have no scored training of full length, and have ended or have a trial; in the study's order
 */
public record TrainingLengths(int full, long shorter, List<RunKey> without) {
    private static final int MOST_SEEDS = 5;

    public TrainingLengths {
        without = List.copyOf(without);
    }

    /** Those of a study. */
    public static TrainingLengths of(StudyResults study) {
        int full = study.fullEpochs();
        Set<RunKey> begun = new HashSet<>();
        Set<RunKey> scored = new HashSet<>();
        for (StudyResults.TrialRow trial : study.trials()) {
            RunKey run = new RunKey(trial.strategy(), trial.seed());
            begun.add(run);
            if (trial.epochs() >= full && trial.score().isPresent()) {
                scored.add(run);
            }
        }
        return new TrainingLengths(
                full,
                study.trials().stream().filter(trial -> trial.epochs() < full).count(),
                study.runs().stream()
                        .filter(run ->
                                begun.contains(run.key()) || !run.status().equals("running"))
                        .map(StudyResults.Run::key)
                        .filter(run -> !scored.contains(run))
                        .toList());
    }

    /** What has to be said beside scores, a sentence each; nothing where every trial has full length and every run a score. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (shorter > 0) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "Scores are those of trainings of full length, %,d epochs; %,d shorter %s.",
                    full,
                    shorter,
                    shorter == 1 ? "one counts in costs alone" : "ones count in costs alone"));
        }
        if (!without.isEmpty()) {
            sentences.add("Without a scored training of full length: " + names() + ".");
        }
        return sentences;
    }

    private String names() {
        Map<String, List<Long>> seeds = new LinkedHashMap<>();
        without.forEach(run ->
                seeds.computeIfAbsent(run.strategy(), name -> new ArrayList<>()).add(run.seed()));
        List<String> names = new ArrayList<>();
        seeds.forEach((strategy, runs) -> names.add(strategy
                + (runs.size() > MOST_SEEDS
                        ? ", " + runs.size() + " runs"
                        : (runs.size() == 1 ? " seed " : " seeds ")
                                + runs.toString().replaceAll("[\\[\\]]", ""))));
        return String.join("; ", names);
    }
}

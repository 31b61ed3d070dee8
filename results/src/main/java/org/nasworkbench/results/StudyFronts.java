package org.nasworkbench.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Quality and latency at once: the front of each run's scored trials of full length.
 *
 * @param reference what hypervolumes are measured from: the lowest score and the highest latency of any such trial of the study
 * @param byStrategy one front for each run that has such a trial, in the study's order
 */
public record StudyFronts(ParetoFront.Point reference, Map<String, Attainment> byStrategy) {
    /** Those of a study; empty where no trial has a score and a latency. */
    public static Optional<StudyFronts> of(StudyResults study) {
        Map<RunKey, List<StudyResults.TrialRow>> byRun = new LinkedHashMap<>();
        study.runs().forEach(run -> byRun.put(run.key(), new ArrayList<>()));
        for (StudyResults.TrialRow trial : study.fullTrials()) {
            if (trial.score().isPresent() && trial.latencyMillis().isPresent()) {
                byRun.computeIfAbsent(new RunKey(trial.strategy(), trial.seed()), run -> new ArrayList<>())
                        .add(trial);
            }
        }
        byRun.values().removeIf(List::isEmpty);
        if (byRun.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<ParetoFront>> fronts = new LinkedHashMap<>();
        byRun.forEach((run, trials) -> fronts.computeIfAbsent(run.strategy(), strategy -> new ArrayList<>())
                .add(ParetoFront.ofTrials(trials)));
        Map<String, Attainment> attainments = new LinkedHashMap<>();
        fronts.forEach((strategy, runs) -> attainments.put(strategy, new Attainment(runs)));
        ParetoFront.Point reference = new ParetoFront.Point(
                -most(byRun, trial -> -trial.score().getAsDouble()),
                most(byRun, trial -> trial.latencyMillis().getAsDouble()));
        return Optional.of(new StudyFronts(reference, attainments));
    }

    /** The area that each run of a strategy dominates, in score times milliseconds. */
    public Sample hypervolumes(String strategy) {
        return new Sample(byStrategy.get(strategy).fronts().stream()
                .map(front -> front.hypervolume(reference))
                .toList());
    }

    /** The best score that so many runs of a strategy attain within a latency. */
    public OptionalDouble attained(String strategy, int runs, double latencyMillis) {
        return byStrategy.get(strategy).surface(runs).points().stream()
                .filter(point -> point.latencyMillis() <= latencyMillis)
                .mapToDouble(ParetoFront.Point::quality)
                .max();
    }

    private static double most(
            Map<RunKey, List<StudyResults.TrialRow>> byRun, ToDoubleFunction<StudyResults.TrialRow> number) {
        return byRun.values().stream()
                .flatMap(List::stream)
                .mapToDouble(number)
                .max()
                .orElseThrow();
    }
}

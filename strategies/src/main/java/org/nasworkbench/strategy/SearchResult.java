package org.nasworkbench.strategy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.latency.Latency;

/**
 * How a search ended.
 *
 * @param chosen the network that the strategy stands for; empty where every training failed
 * @param front the trials that no other beats in both score and latency, by latency; the best alone where no latency is known
 * @param searchScore the objective's value that the strategy claims: its chosen trial's as a rule
 */
public record SearchResult(Optional<Trial> chosen, List<Trial> front, double searchScore) {
    public SearchResult {
        front = List.copyOf(front);
    }

    /** The usual ending: the trial of the largest value is chosen, the earliest among equals. */
    public static SearchResult best(List<Trial> trials) {
        Optional<Trial> chosen = trials.stream()
                .filter(trial -> trial.value().isPresent())
                .max(Comparator.comparingDouble((Trial trial) -> trial.value().getAsDouble())
                        .thenComparing(Trial::number, Comparator.reverseOrder()));
        return new SearchResult(
                chosen,
                front(trials),
                chosen.map(trial -> trial.value().getAsDouble()).orElse(Double.NaN));
    }

    /** The non-dominated trials in (score up, latency down), by latency; of equal ones the earliest. */
    public static List<Trial> front(List<Trial> trials) {
        List<Trial> byLatency = trials.stream()
                .filter(trial -> trial.outcome().score().isPresent())
                .sorted(Comparator.comparingDouble(SearchResult::millis)
                        .thenComparing(trial -> -trial.outcome().score().getAsDouble())
                        .thenComparing(Trial::number))
                .toList();
        List<Trial> front = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        for (Trial trial : byLatency) {
            double score = trial.outcome().score().getAsDouble();
            if (score > best) {
                front.add(trial);
                best = score;
            }
        }
        return front;
    }

    /** Where no latency is known, none beats another. */
    private static double millis(Trial trial) {
        return trial.latency().map(Latency::millis).orElse(0.0);
    }
}

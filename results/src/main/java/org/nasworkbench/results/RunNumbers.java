package org.nasworkbench.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One number from each run that has one.
 *
 * @param byStrategy in the study's order, then by seed; strategies without any are left out
 */
public record RunNumbers(Map<String, SortedMap<Long, Double>> byStrategy) {
    /** A study's numbers in a measure. */
    public static RunNumbers of(StudyResults study, Measure measure) {
        return of(study.runs(), measure::of);
    }

    static RunNumbers of(List<StudyResults.Run> runs, Function<StudyResults.Run, OptionalDouble> number) {
        Map<String, SortedMap<Long, Double>> numbers = new LinkedHashMap<>();
        for (StudyResults.Run run : runs) {
            number.apply(run).ifPresent(value -> numbers.computeIfAbsent(run.strategy(), name -> new TreeMap<>())
                    .put(run.seed(), value));
        }
        return new RunNumbers(numbers);
    }

    /** Each strategy's numbers in the order of seeds; where they are to be paired, all must have the same seeds. */
    public Map<String, Sample> samples(Design design) {
        Map<String, Sample> samples = new LinkedHashMap<>();
        byStrategy.forEach((strategy, numbers) -> samples.put(strategy, new Sample(List.copyOf(numbers.values()))));
        if (design == Design.PAIRED) {
            checkSameSeeds();
        }
        return samples;
    }

    private void checkSameSeeds() {
        Map.Entry<String, SortedMap<Long, Double>> first = null;
        for (Map.Entry<String, SortedMap<Long, Double>> other : byStrategy.entrySet()) {
            if (first == null) {
                first = other;
            } else if (!first.getValue().keySet().equals(other.getValue().keySet())) {
                throw new IllegalArgumentException("paired strategies must have numbers for the same seeds, but "
                        + first.getKey() + " has them for " + first.getValue().keySet() + " and " + other.getKey()
                        + " for " + other.getValue().keySet());
            }
        }
    }
}

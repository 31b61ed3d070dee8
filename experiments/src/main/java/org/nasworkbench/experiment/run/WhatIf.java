package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nasworkbench.experiment.study.InvalidStudyException;
import org.nasworkbench.latency.FasterOperation;
import org.nasworkbench.results.Comparison;
import org.nasworkbench.results.Design;
import org.nasworkbench.results.Sample;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.work.Seeds;

/**
 * What a faster kernel is worth: one operation is speeded up wherever it occurs, the same strategy searches again at the same budget and
 * the same objective, and what its networks score is set against what they score as things are.
 */
public final class WhatIf {
    /** The name of the searches by latencies as they are. */
    public static final String AS_IT_IS = "as it is";

    private final Searches searches;

    /** Searches of one strategy with the study's seeds, by latencies that may be altered. */
    public interface Searches {
        /** What latencies are as they come, in a sentence. */
        String latencies() throws IOException;

        /** Who searches, by name. */
        String strategy();

        /** How often. */
        int seeds();

        /** What the scores are. */
        String scoreName();

        /** Where they search. */
        SearchSpace space();

        /** What is found as things are. */
        Found found() throws IOException, InvalidStudyException, InterruptedException;

        /** What is found where an operation is faster; empty if it takes nothing anywhere, so that all is as it is. */
        Optional<Found> found(FasterOperation faster) throws IOException, InvalidStudyException, InterruptedException;
    }

    /**
     * What searches found.
     *
     * @param scores of their networks, seed by seed
     * @param meanMillis of these networks, by the latencies that were searched with
     */
    public record Found(Sample scores, double meanMillis) {}

    /**
     * What came out.
     *
     * @param operation that is faster
     * @param comparison of what is found then with what is found as things are, paired by seed
     * @param meanMillis of the networks found, by the latencies that were searched with
     */
    public record Answer(String operation, Comparison comparison, double meanMillis) {}

    /** The question, to these searches. */
    public WhatIf(Searches searches) {
        this.searches = searches;
    }

    /** The operations of the space, in the order of its options. */
    public List<String> operations() {
        Set<String> operations = new LinkedHashSet<>();
        searches.space().decisions().forEach(decision -> operations.addAll(decision.options()));
        return List.copyOf(operations);
    }

    /**
     * Asks for each operation.
     *
     * @param asked options, or parts of several such as {@code k5}; those that take nothing anywhere are left out
     * @param factor by which it is faster, above 1
     * @throws IllegalArgumentException before any search, if the space has no such operation
     */
    public List<Answer> ask(List<String> asked, double factor)
            throws IOException, InvalidStudyException, InterruptedException {
        List<FasterOperation> faster = new ArrayList<>();
        for (String operation : asked) {
            faster.add(new FasterOperation(operation, factor));
            faster.get(faster.size() - 1).requireAmong(operations());
        }
        Map<String, Sample> samples = new LinkedHashMap<>();
        Map<String, Double> millis = new LinkedHashMap<>();
        samples.put(AS_IT_IS, searches.found().scores());
        for (FasterOperation operation : faster) {
            Optional<Found> found = searches.found(operation);
            if (found.isPresent()) {
                samples.put(operation.operation(), found.get().scores());
                millis.put(operation.operation(), found.get().meanMillis());
            }
        }
        if (millis.isEmpty()) {
            throw new IllegalArgumentException(
                    "an operation that takes time must be asked for, but " + asked + " take none");
        }
        return Comparison.against(AS_IT_IS, searches.scoreName(), samples, Design.PAIRED, Seeds.random(1, "what-if"))
                .stream()
                .map(comparison -> new Answer(comparison.first(), comparison, millis.get(comparison.first())))
                .toList();
    }
}

package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.latency.AdditiveLatency;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.latency.LatencyEvaluator;
import org.nasworkbench.latency.fitted.AdditiveFit;
import org.nasworkbench.latency.fitted.FitQuality;
import org.nasworkbench.latency.fitted.TimedNetworks;
import org.nasworkbench.results.Comparison;
import org.nasworkbench.results.Design;
import org.nasworkbench.results.Sample;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.Decision;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.work.Seeds;

/**
 * What a faster kernel is worth: one operation is speeded up wherever it occurs, the same strategy searches again at the same budget and
 * the same objective, and what its networks score is set against what they score as things are.
 *
 * <p>Where latency is no sum of terms, one is fitted; a sum below the quickest network that was timed counts as that one's.
 *
 * <p>What an operation takes at a decision is its term less the least term of that decision, which is what any network pays there.
 */
public final class WhatIf {
    /** The name of the searches by latencies as they are. */
    public static final String AS_IT_IS = "as it is";

    private final TableSearches searches;
    private final AdditiveLatency latency;
    private final double quickest;
    private final String terms;

    /**
     * What came out.
     *
     * @param operation that is faster
     * @param comparison of what is found then with what is found as things are, paired by seed
     * @param meanMillis of the networks found, by the latencies that were searched with
     */
    public record Answer(String operation, Comparison comparison, double meanMillis) {}

    /**
     * Prepares the question; a latency that is no sum is fitted by one.
     *
     * @param strategy by name; empty: the first of the study
     */
    public WhatIf(Study study, Optional<String> strategy, int threads) throws IOException {
        searches = new TableSearches(study, strategy, threads);
        LatencyEvaluator own = searches.latency();
        if (own instanceof AdditiveLatency additive) {
            latency = additive;
            quickest = 0;
            terms = "latency is a sum of terms as it comes";
        } else {
            TimedNetworks timed = searches.timed(own);
            latency = AdditiveFit.of(timed).table().latency(searches.space());
            quickest = Arrays.stream(timed.millis()).min().orElseThrow();
            terms = "latency as a sum of terms, fitted to " + timed.size()
                    + " networks, at least that of the quickest; left-out ones: "
                    + FitQuality.crossValidated(timed, Seeds.random(1, "folds"))
                            .map(FitQuality::summary)
                            .orElse("none");
        }
        latency.terms();
    }

    /** How latency became a sum, and how well it is one. */
    public String terms() {
        return terms;
    }

    /** Who searches, and how often. */
    public String searcher() {
        return searches.strategy() + ", " + searches.seeds().size() + " seeds";
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
     * @param factor by which it is faster, above 1
     * @param asked operations; those that take nothing anywhere are left out
     */
    public List<Answer> ask(List<String> asked, double factor) throws InterruptedException {
        if (!(factor > 1)) {
            throw new IllegalArgumentException(
                    "an operation must be made faster by a factor above 1, but it was " + factor);
        }
        for (String operation : asked) {
            if (!operations().contains(operation)) {
                throw new IllegalArgumentException(
                        "an operation must be one of " + operations() + ", but was '" + operation + "'");
            }
        }
        Map<String, Sample> samples = new LinkedHashMap<>();
        Map<String, Double> millis = new LinkedHashMap<>();
        add(AS_IT_IS, latency.terms(), samples, millis);
        for (String operation : asked) {
            double[][] faster = faster(operation, factor);
            if (!Arrays.deepEquals(faster, latency.terms())) {
                add(operation, faster, samples, millis);
            }
        }
        if (samples.size() < 2) {
            throw new IllegalArgumentException(
                    "an operation that takes time must be asked for, but " + asked + " take none");
        }
        List<Comparison> comparisons =
                Comparison.against(AS_IT_IS, searches.scoreName(), samples, Design.PAIRED, Seeds.random(1, "what-if"));
        List<Answer> answers = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            answers.add(new Answer(comparison.first(), comparison, millis.get(comparison.first())));
        }
        return answers;
    }

    private void add(String name, double[][] terms, Map<String, Sample> samples, Map<String, Double> millis)
            throws InterruptedException {
        LatencyEvaluator by = network -> {
            double sum = latency.baseMillis();
            for (int d = 0; d < terms.length; d++) {
                sum += terms[d][network.choice(d)];
            }
            return new Latency(Math.max(quickest, sum));
        };
        List<Optional<Architecture>> chosen = searches.chosen(by, searches.objective());
        samples.put(
                name,
                Sample.of(chosen.stream()
                        .mapToDouble(network -> network.map(searches::score).orElse(0.0))
                        .toArray()));
        millis.put(
                name,
                chosen.stream()
                        .flatMap(Optional::stream)
                        .map(by::of)
                        .mapToDouble(Latency::millis)
                        .average()
                        .orElse(Double.NaN));
    }

    private double[][] faster(String operation, double factor) {
        double[][] terms = latency.terms();
        SearchSpace space = searches.space();
        for (int d = 0; d < terms.length; d++) {
            Decision decision = space.decisions().get(d);
            double least = Arrays.stream(terms[d]).min().orElseThrow();
            int option = decision.options().indexOf(operation);
            if (option >= 0) {
                terms[d][option] = least + (terms[d][option] - least) / factor;
            }
        }
        return terms;
    }
}

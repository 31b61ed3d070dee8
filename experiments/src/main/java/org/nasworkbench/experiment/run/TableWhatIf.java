package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.latency.AdditiveLatency;
import org.nasworkbench.latency.FasterOperation;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.latency.LatencyEvaluator;
import org.nasworkbench.latency.fitted.AdditiveFit;
import org.nasworkbench.latency.fitted.FitQuality;
import org.nasworkbench.latency.fitted.TimedNetworks;
import org.nasworkbench.results.Sample;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.Decision;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.work.Seeds;

/**
 * Where scores come from a table; no run is kept. A search that finds no network scores 0.
 *
 * <p>Where latency is no sum of terms, one is fitted; a sum below the quickest network that was timed counts as that one's. What an operation
 * takes at a decision is its term less the least term of that decision, which is what any network pays there.
 */
public final class TableWhatIf implements WhatIf.Searches {
    private final TableSearches searches;
    private final AdditiveLatency latency;
    private final double quickest;
    private final String latencies;

    /**
     * Prepares the searches; a latency that is no sum is fitted by one.
     *
     * @param strategy by name; empty: the first of the study
     */
    public TableWhatIf(Study study, Optional<String> strategy, int threads) throws IOException {
        searches = new TableSearches(study, strategy, threads);
        LatencyEvaluator own = searches.latency();
        if (own instanceof AdditiveLatency additive) {
            latency = additive;
            quickest = 0;
            latencies = "latency is a sum of terms as it comes";
        } else {
            TimedNetworks timed = searches.timed(own);
            latency = AdditiveFit.of(timed).table().latency(searches.space());
            quickest = Arrays.stream(timed.millis()).min().orElseThrow();
            latencies = "latency as a sum of terms, fitted to " + timed.size()
                    + " networks, at least that of the quickest; left-out ones: "
                    + FitQuality.crossValidated(timed, Seeds.random(1, "folds"))
                            .map(FitQuality::summary)
                            .orElse("none");
        }
        latency.terms();
    }

    @Override
    public String latencies() {
        return latencies;
    }

    @Override
    public String strategy() {
        return searches.strategy();
    }

    @Override
    public int seeds() {
        return searches.seeds().size();
    }

    @Override
    public String scoreName() {
        return searches.scoreName();
    }

    @Override
    public SearchSpace space() {
        return searches.space();
    }

    @Override
    public WhatIf.Found found() throws InterruptedException {
        return found(latency.terms());
    }

    @Override
    public Optional<WhatIf.Found> found(FasterOperation faster) throws InterruptedException {
        double[][] terms = terms(faster);
        return Arrays.deepEquals(terms, latency.terms()) ? Optional.empty() : Optional.of(found(terms));
    }

    private WhatIf.Found found(double[][] terms) throws InterruptedException {
        LatencyEvaluator by = network -> {
            double sum = latency.baseMillis();
            for (int d = 0; d < terms.length; d++) {
                sum += terms[d][network.choice(d)];
            }
            return new Latency(Math.max(quickest, sum));
        };
        List<Optional<Architecture>> chosen = searches.chosen(by, searches.objective());
        double[] scores = chosen.stream()
                .mapToDouble(network -> network.map(searches::score).orElse(0.0))
                .toArray();
        double millis = chosen.stream()
                .flatMap(Optional::stream)
                .mapToDouble(network -> by.of(network).millis())
                .average()
                .orElse(Double.NaN);
        return new WhatIf.Found(Sample.of(scores), millis);
    }

    private double[][] terms(FasterOperation faster) {
        double[][] terms = latency.terms();
        for (int d = 0; d < terms.length; d++) {
            Decision decision = space().decisions().get(d);
            double least = Arrays.stream(terms[d]).min().orElseThrow();
            for (int option = 0; option < terms[d].length; option++) {
                if (faster.speeds(decision.options().get(option))) {
                    terms[d][option] = least + (terms[d][option] - least) / faster.factor();
                }
            }
        }
        return terms;
    }
}

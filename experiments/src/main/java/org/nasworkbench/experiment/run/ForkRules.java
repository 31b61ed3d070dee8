package org.nasworkbench.experiment.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nasworkbench.experiment.study.StrategySpec;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.TrainedSpec;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.strategy.Strategies;

/** What a fork may change, and what not, since trials that are taken over must be what the new study would have had. */
record ForkRules(Study before, Study after) {
    /** @throws IllegalArgumentException naming the first thing that cannot be forked, and why */
    void check() {
        after.strategies().forEach(this::check);
        if (before.repeatsCharged() != after.repeatsCharged()) {
            throw refused("repeats", "the trials taken over were charged in the other way");
        }
        if (before.ground() instanceof TrainedSpec was && after.ground() instanceof TrainedSpec is) {
            require(was.space().equals(is.space()), "space", "its networks are others");
            require(was.task().equals(is.task()), "task", "scores on other images do not compare");
            require(was.training().equals(is.training()), "training", "scores of other trainings do not compare");
            require(was.latency().equals(is.latency()), "latency", "a run keeps the latency table that it began with");
        } else {
            require(before.ground().equals(after.ground()), "table", "its scores, costs and latencies are others");
        }
    }

    private void check(StrategySpec strategy) {
        Optional<StrategySpec> was = before.strategies().stream()
                .filter(other -> other.name().equals(strategy.name()))
                .findFirst();
        if (was.isEmpty()) {
            throw refused("strategies", "'" + strategy.name() + "' is not in the run that is forked");
        }
        if (!was.get().equals(strategy)) {
            throw refused(
                    "strategies",
                    "'" + strategy.name() + "' has other settings, by which it would have proposed other networks");
        }
        if (Strategies.provider(strategy.type()).trainsWeights()) {
            throw refused(
                    "strategies",
                    "'" + strategy.name()
                            + "' trains shared weights before its first trial, under the old objective and"
                            + " seed; leave it out by --set strategies=[...]");
        }
    }

    private static void require(boolean holds, String key, String why) {
        if (!holds) {
            throw refused(key, why);
        }
    }

    private static IllegalArgumentException refused(String key, String why) {
        return new IllegalArgumentException(
                "a fork may change objective, budget, seeds, projection and final, but not " + key + ": " + why);
    }

    /**
     * Which run each run goes on from: the one with its own seed; where the seeds are others, the one whose seed stood in the same
     * place.
     */
    Map<RunKey, RunKey> origins() {
        List<Long> was = before.seeds();
        List<Long> is = after.seeds();
        boolean own = was.containsAll(is);
        if (!own && was.size() != is.size()) {
            throw refused("the number of seeds", "other seeds take the places of " + was + ", but were " + is);
        }
        Map<RunKey, RunKey> origins = new LinkedHashMap<>();
        for (Search search : Search.of(after)) {
            long seed = search.run().seed();
            long from = own ? seed : was.get(is.indexOf(seed));
            origins.put(search.run(), new RunKey(search.run().strategy(), from));
        }
        return origins;
    }
}

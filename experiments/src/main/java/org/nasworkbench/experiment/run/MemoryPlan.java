package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.nasworkbench.evaluation.StandaloneTraining;
import org.nasworkbench.evaluation.StandaloneTraining.Purpose;
import org.nasworkbench.evaluation.Training;
import org.nasworkbench.experiment.study.StrategySpec;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.Strategies;
import org.nasworkbench.strategy.StrategyProvider;
import org.nasworkbench.work.MemoryNeed;
import org.nasworkbench.work.SystemMemory;
import org.nasworkbench.work.Work;

/**
 * What a study's work takes of memory here. A worker keeps what memory it once used, so that in the end each may hold what the largest piece of
 * work that it met took at its peak.
 *
 * @param available bytes before the workers start; empty where not known
 * @param training stand-alone, of the largest network of the space
 * @param own the largest work of their own of strategies that have such, by name
 * @param seeds how often each of these is done
 */
record MemoryPlan(OptionalLong available, MemoryNeed training, Map<String, MemoryNeed> own, int seeds) {
    /** Measures, each kind of work in a worker process of its own. */
    static MemoryPlan measure(Ground ground, List<StrategySpec> strategies, int seeds, PrintStream out)
            throws IOException, InterruptedException {
        OptionalLong available = SystemMemory.here().available();
        if (available.isEmpty()) {
            return new MemoryPlan(available, MemoryNeed.UNKNOWN, Map.of(), seeds);
        }
        ChainSpace space = (ChainSpace) ground.space();
        Training training = ground.training();
        int batch = training.protocol().batch();
        MemoryNeed alone = DeviceWork.perform(
                new MemoryProbe(
                        List.of(new StandaloneTraining(
                                space, space.largest(), training.task(), training.protocol(), Purpose.SEARCH, 1)),
                        batch),
                out);
        Map<String, MemoryNeed> own = new LinkedHashMap<>();
        for (StrategySpec spec : strategies) {
            StrategyProvider provider = Strategies.provider(spec.type());
            List<Work<?>> heavy =
                    provider.plan(ground, new Settings(provider.settings(), spec.settings())).heavyWork().stream()
                            .distinct()
                            .toList();
            if (!heavy.isEmpty()) {
                MemoryNeed need = DeviceWork.perform(new MemoryProbe(heavy, batch), out);
                if (need.isKnown()) {
                    own.put(spec.name(), need);
                }
            }
        }
        return new MemoryPlan(available, alone, own, seeds);
    }

    /** Bytes of so many workers at once, NaN where not known. */
    double together(int workers, int batch) {
        return MemoryRemedies.sum(largest(workers, batch), batch, 1);
    }

    /**
     * Refuses what does not fit.
     *
     * @throws IllegalArgumentException with the rule, the numbers, and what would make it fit
     */
    void require(Study study, int workers) {
        int batch = study.trained().training().batch();
        double needed = together(workers, batch);
        if (available.isPresent() && needed > available.getAsLong()) {
            throw new IllegalArgumentException(new MemoryRemedies(this, study, workers).message());
        }
    }

    /** A strategy's part of a plan. */
    StudyPlan.Row row(String strategy, OptionalInt trainings, double heavySeconds, double deviceSeconds, int batch) {
        Optional<MemoryNeed> need = Optional.ofNullable(own.get(strategy));
        return new StudyPlan.Row(
                strategy,
                seeds,
                trainings,
                heavySeconds,
                deviceSeconds,
                need.map(known -> (long) known.at(batch)),
                need.isPresent() ? OptionalInt.of(need.get().paths()) : OptionalInt.empty());
    }

    /** What is said of memory as a whole; empty where it is not known. */
    Optional<StudyPlan.Memory> summary(int workers, int batch) {
        return training.isKnown()
                ? Optional.of(new StudyPlan.Memory(
                        (long) training.at(batch), (long) together(workers, batch), available.orElseThrow()))
                : Optional.empty();
    }

    /** The largest pieces of work that so many workers can meet, by name; of a supernet there are as many as seeds, of trainings any number. */
    List<Map.Entry<String, MemoryNeed>> largest(int workers, int batch) {
        return Stream.concat(
                        own.entrySet().stream().flatMap(entry -> Collections.nCopies(seeds, entry).stream()),
                        Collections.nCopies(workers, Map.entry("a training", training)).stream())
                .sorted(Comparator.comparing(entry -> entry.getValue().at(batch), Comparator.reverseOrder()))
                .limit(workers)
                .toList();
    }
}

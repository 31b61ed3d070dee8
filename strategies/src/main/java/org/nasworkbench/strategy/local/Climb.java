package org.nasworkbench.strategy.local;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.strategy.Laboratory;
import org.nasworkbench.strategy.local.LocalSearch.Step;

/** The way from one random network to a local optimum. */
final class Climb {
    private final Laboratory lab;
    private final SearchSpace space;
    private final RandomGenerator random;
    private final List<Trial> trials;
    private final Set<Architecture> seen = new HashSet<>();

    /** @param trials everything evaluated so far; what the climb evaluates is added */
    Climb(Laboratory lab, RandomGenerator random, List<Trial> trials) {
        this.lab = lab;
        this.space = lab.ground().space();
        this.random = random;
        this.trials = trials;
    }

    /** Where the climb starts; empty where the budget ended. */
    Optional<Trial> start() throws InterruptedException {
        return evaluate(List.of(space.sample(random))).stream().findFirst();
    }

    /** The better neighbour to move to; empty at a local optimum, or where the budget ended. */
    Optional<Trial> step(Trial here, Step step, int batch) throws InterruptedException {
        List<Architecture> neighbours = unseen(neighbours(here.architecture()));
        Trial best = here;
        for (int from = 0; from < neighbours.size() && !lab.exhausted(); from += batch) {
            for (Trial trial : evaluate(neighbours.subList(from, Math.min(from + batch, neighbours.size())))) {
                best = value(trial) > value(best) ? trial : best;
            }
            if (step == Step.FIRST && best != here) {
                break;
            }
        }
        return best == here || lab.exhausted() ? Optional.empty() : Optional.of(best);
    }

    /** Those that differ in one decision, in random order. */
    private List<Architecture> neighbours(Architecture here) {
        List<Architecture> neighbours = new ArrayList<>();
        for (int decision = 0; decision < here.size(); decision++) {
            for (int option = 0; option < space.decisions().get(decision).size(); option++) {
                if (option != here.choice(decision)) {
                    neighbours.add(here.with(decision, option));
                }
            }
        }
        Collections.shuffle(neighbours, new Random(random.nextLong()));
        return neighbours;
    }

    /** Those whose network this climb has not evaluated, and of several of one network the first. */
    private List<Architecture> unseen(List<Architecture> neighbours) {
        Map<Architecture, Architecture> byNetwork = new LinkedHashMap<>();
        neighbours.forEach(neighbour -> byNetwork.putIfAbsent(space.canonical(neighbour), neighbour));
        byNetwork.keySet().removeAll(seen);
        return List.copyOf(byNetwork.values());
    }

    private List<Trial> evaluate(List<Architecture> batch) throws InterruptedException {
        batch.forEach(architecture -> seen.add(space.canonical(architecture)));
        List<Trial> answers = lab.evaluate(batch);
        trials.addAll(answers);
        return answers;
    }

    private static double value(Trial trial) {
        return trial.value().orElse(Double.NEGATIVE_INFINITY);
    }
}

package org.nasworkbench.strategy.evolution;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.SearchSpace;

/**
 * The mutation: one decision, drawn uniformly from those with a choice, takes another option, drawn uniformly from the others.
 * (Jenetics' own mutators decide for each gene by itself, so that none or several change.)
 */
final class OneDecision {
    private final SearchSpace space;
    private final int[] open;

    /** @throws IllegalArgumentException if the space leaves no choice */
    OneDecision(SearchSpace space) {
        this.space = space;
        open = IntStream.range(0, space.decisions().size())
                .filter(i -> space.decisions().get(i).size() > 1)
                .toArray();
        if (open.length == 0) {
            throw new IllegalArgumentException(
                    "evolution needs a decision with at least 2 options, but " + space.name() + " has none");
        }
    }

    Architecture mutate(Architecture parent, RandomGenerator random) {
        int decision = open[random.nextInt(open.length)];
        int other = random.nextInt(space.decisions().get(decision).size() - 1);
        return parent.with(decision, other < parent.choice(decision) ? other : other + 1);
    }
}

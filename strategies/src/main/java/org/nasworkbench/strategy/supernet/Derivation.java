package org.nasworkbench.strategy.supernet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.SearchSpace;

/** Networks from logits. */
final class Derivation {
    private static final int DRAWS_PER_NETWORK = 100;

    private Derivation() {}

    /**
     * The most likely network and different ones drawn from the distribution, those that are allowed; after
     * {@value #DRAWS_PER_NETWORK} draws for each wanted, those found by then.
     *
     * @param logits [blocks][options]
     * @throws IllegalStateException if none was allowed
     */
    static List<Architecture> networks(
            SearchSpace space, float[][] logits, int count, Predicate<Architecture> allowed, RandomGenerator random) {
        Map<Architecture, Architecture> byCanonical = new LinkedHashMap<>();
        Architecture likeliest = likeliest(logits);
        if (allowed.test(likeliest)) {
            byCanonical.put(space.canonical(likeliest), likeliest);
        }
        int tries = count * DRAWS_PER_NETWORK;
        for (int i = 0; i < tries && byCanonical.size() < count; i++) {
            Architecture drawn = draw(logits, random);
            if (allowed.test(drawn)) {
                byCanonical.putIfAbsent(space.canonical(drawn), drawn);
            }
        }
        if (byCanonical.isEmpty()) {
            throw new IllegalStateException(
                    "a network that the constraint allows must be found in " + tries
                            + " draws from the logits, but none was: give the constraint a larger target, or latency more weight");
        }
        return List.copyOf(byCanonical.values());
    }

    /** The option of the largest logit at each block, the first of equals. */
    static Architecture likeliest(float[][] logits) {
        List<Integer> choices = new ArrayList<>();
        for (float[] row : logits) {
            int best = 0;
            for (int o = 1; o < row.length; o++) {
                best = row[o] > row[best] ? o : best;
            }
            choices.add(best);
        }
        return new Architecture(choices);
    }

    /** Each block's option by its probability. */
    static Architecture draw(float[][] logits, RandomGenerator random) {
        List<Integer> choices = new ArrayList<>();
        for (float[] row : logits) {
            choices.add(pick(Logits.softmax(row), random.nextDouble()));
        }
        return new Architecture(choices);
    }

    /** Two different options, drawn one after the other by their probabilities. */
    static int[] pair(double[] probabilities, RandomGenerator random) {
        int first = pick(probabilities, random.nextDouble());
        double[] others = probabilities.clone();
        others[first] = 0;
        double rest = 0;
        for (double other : others) {
            rest += other;
        }
        if (!(rest > 0)) {
            return new int[] {first, first == 0 ? 1 : 0};
        }
        return new int[] {first, pick(others, random.nextDouble() * rest)};
    }

    private static int pick(double[] probabilities, double u) {
        double sum = 0;
        int last = 0;
        for (int o = 0; o < probabilities.length; o++) {
            sum += probabilities[o];
            last = probabilities[o] > 0 ? o : last;
            if (u < sum) {
                return o;
            }
        }
        return last;
    }
}

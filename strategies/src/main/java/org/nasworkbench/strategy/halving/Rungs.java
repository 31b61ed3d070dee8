package org.nasworkbench.strategy.halving;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.nasworkbench.strategy.Ground;

/**
 * How long networks are trained at each rung: of the lengths that there are, those nearest to the full one, an eta-th of it, an eta-th
 * of that, and so on down to the shortest.
 *
 * @param epochs ascending, at least two, the full length last
 */
record Rungs(List<Integer> epochs) {
    Rungs {
        epochs = List.copyOf(epochs);
    }

    /**
     * The rungs of a ground.
     *
     * @param shortest no training is shorter, in epochs
     * @throws IllegalArgumentException if that leaves fewer than two lengths
     */
    static Rungs of(Ground ground, int eta, int shortest) {
        List<Integer> offered = ground.evaluation().epochs().stream()
                .filter(length -> length >= shortest)
                .toList();
        if (offered.size() < 2) {
            throw new IllegalArgumentException("successive halving needs trainings of at least 2 lengths, but those of "
                    + ground.space().name() + " from " + shortest + " epochs on are " + offered
                    + ": add shorter ones, or use random-search");
        }
        TreeSet<Integer> rungs = new TreeSet<>();
        double ideal = ground.evaluation().fullEpochs();
        while (!rungs.contains(offered.get(0))) {
            rungs.add(nearest(offered, ideal));
            ideal /= eta;
        }
        return new Rungs(List.copyOf(rungs));
    }

    /** By ratio, the shorter of two as near. */
    private static int nearest(List<Integer> offered, double ideal) {
        return offered.stream()
                .min(Comparator.comparingDouble(length -> Math.max(length / ideal, ideal / length)))
                .orElseThrow();
    }
}

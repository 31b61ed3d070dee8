package org.nasworkbench.space;

import java.io.Serializable;
import java.util.List;

/**
 * What was chosen: one option index per decision of a {@link SearchSpace}, in the order of the decisions.
 *
 * @param choices option indices, each at least 0; the space knows the upper bounds
 */
public record Architecture(List<Integer> choices) implements Serializable {
    public Architecture {
        choices = List.copyOf(choices);
        for (int choice : choices) {
            if (choice < 0) {
                throw new IllegalArgumentException("an option index must be 0 or more, but was " + choice);
            }
        }
    }

    /** The option index chosen at {@code decision}. */
    public int choice(int decision) {
        return choices.get(decision);
    }

    /** The number of decisions. */
    public int size() {
        return choices.size();
    }

    /** This architecture with one decision changed. */
    public Architecture with(int decision, int choice) {
        Integer[] changed = choices.toArray(Integer[]::new);
        changed[decision] = choice;
        return new Architecture(List.of(changed));
    }
}

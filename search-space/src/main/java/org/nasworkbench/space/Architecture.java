package org.nasworkbench.space;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was chosen: one option index per decision of a {@link SearchSpace}, in the order of the decisions. A value: immutable, equal
 * to any other of the same choices.
 */
public final class Architecture implements Serializable {
    private static final long serialVersionUID = 1;

    private final int[] choices;
    private final int hash;

    /** @param choices option indices, each at least 0; the space knows the upper bounds */
    public Architecture(List<Integer> choices) {
        this(choices.stream().mapToInt(Integer::intValue).toArray(), true);
    }

    private Architecture(int[] choices, boolean owned) {
        this.choices = owned ? choices : choices.clone();
        for (int choice : this.choices) {
            if (choice < 0) {
                throw new IllegalArgumentException("an option index must be 0 or more, but was " + choice);
            }
        }
        hash = Arrays.hashCode(this.choices);
    }

    /** An architecture of option indices, each at least 0. */
    public static Architecture of(int... choices) {
        return new Architecture(choices, false);
    }

    /** An architecture of option indices below 10, one digit a decision. */
    public static Architecture ofDigits(String digits) {
        return of(digits.chars().map(digit -> Character.digit(digit, 10)).toArray());
    }

    /** The option index chosen at {@code decision}. */
    public int choice(int decision) {
        return choices[decision];
    }

    /** The option indices, in the order of the decisions. */
    public List<Integer> choices() {
        return Arrays.stream(choices).boxed().toList();
    }

    /** The number of decisions. */
    public int size() {
        return choices.length;
    }

    /** This architecture with one decision changed. */
    public Architecture with(int decision, int choice) {
        int[] changed = choices.clone();
        changed[decision] = choice;
        return new Architecture(changed, true);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Architecture architecture
                && hash == architecture.hash
                && Arrays.equals(choices, architecture.choices);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Arrays.stream(choices)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(",", "Architecture[", "]"));
    }
}

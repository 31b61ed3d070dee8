package org.nasworkbench.space;

import java.math.BigInteger;
import java.util.List;
import java.util.random.RandomGenerator;

/** A finite set of architectures that every strategy searches through the same object. */
public interface SearchSpace {
    /** The name by which a study asks for this space, such as {@code squeezenas-small}. */
    String name();

    /** The decisions, in the order in which an {@link Architecture} lists its choices. */
    List<Decision> decisions();

    /** The genotype text of an architecture: the inverse of {@link #parse}. */
    String print(Architecture architecture);

    /**
     * Reads a genotype text.
     *
     * @throws IllegalArgumentException naming the word, its place and the nearest known option
     */
    Architecture parse(String genotype);

    /** The representative of all architectures that compute the same network; a space without such knowledge returns its argument. */
    default Architecture canonical(Architecture architecture) {
        return check(architecture);
    }

    /** The number of architectures, before any are merged by {@link #canonical}. */
    default BigInteger size() {
        return decisions().stream()
                .map(decision -> BigInteger.valueOf(decision.size()))
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }

    /** An architecture drawn uniformly: every decision independently, every option equally likely. */
    default Architecture sample(RandomGenerator random) {
        List<Decision> decisions = decisions();
        int[] choices = new int[decisions.size()];
        for (int i = 0; i < choices.length; i++) {
            choices[i] = random.nextInt(decisions.get(i).size());
        }
        return Architecture.of(choices);
    }

    /**
     * Returns the architecture if it belongs to this space.
     *
     * @throws IllegalArgumentException naming the first decision that is out of range
     */
    default Architecture check(Architecture architecture) {
        List<Decision> decisions = decisions();
        if (architecture.size() != decisions.size()) {
            throw new IllegalArgumentException("an architecture of " + name() + " must have " + decisions.size()
                    + " choices, but has " + architecture.size());
        }
        for (int i = 0; i < decisions.size(); i++) {
            Decision decision = decisions.get(i);
            if (architecture.choice(i) >= decision.size()) {
                throw new IllegalArgumentException("the choice for " + decision.name() + " of " + name()
                        + " must be below " + decision.size() + ", but was " + architecture.choice(i));
            }
        }
        return architecture;
    }
}

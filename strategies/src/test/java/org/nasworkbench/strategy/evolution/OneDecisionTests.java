package org.nasworkbench.strategy.evolution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.strategy.ToyGround;

class OneDecisionTests {
    private static final int DRAWS = 24_000;

    private final SearchSpace space = ToyGround.of(4, 1, 3, 2, 7).space();
    private final OneDecision mutation = new OneDecision(space);
    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void exactlyOneDecisionChangesToAnotherOptionOfItsOwn() {
        for (int i = 0; i < 2000; i++) {
            Architecture parent = space.sample(random);
            Architecture mutated = space.check(mutation.mutate(parent, random));
            assertEquals(
                    1,
                    IntStream.range(0, parent.size())
                            .filter(d -> parent.choice(d) != mutated.choice(d))
                            .count());
        }
    }

    /** Each frequency lies within 5 standard errors; with 12 of them a sound mutation fails with a probability below 1e-5. */
    @Test
    void decisionsWithAChoiceAndTheirOtherOptionsAreEquallyLikely() {
        Architecture parent = space.parse("2 0 0 1 6");
        int[][] counts = new int[parent.size()][7];
        for (int i = 0; i < DRAWS; i++) {
            Architecture child = mutation.mutate(parent, random);
            for (int d = 0; d < parent.size(); d++) {
                if (child.choice(d) != parent.choice(d)) {
                    counts[d][child.choice(d)]++;
                }
            }
        }
        for (int d = 0; d < parent.size(); d++) {
            int others = space.decisions().get(d).size() - 1;
            for (int option = 0; option <= others; option++) {
                double p = others == 0 || option == parent.choice(d) ? 0 : 0.25 / others;
                assertEquals(p * DRAWS, counts[d][option], 5 * Math.sqrt(p * (1 - p) * DRAWS), d + " " + option);
            }
        }
    }
}

package org.nasworkbench.strategy.evolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenetics.Genotype;
import io.jenetics.IntegerGene;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.strategy.ToyGround;

class MatingTests {
    private static final int DRAWS = 12_000;

    private final SearchSpace space = ToyGround.of(4, 1, 3, 2, 7).space();
    private final Encoding encoding = new Encoding(space);
    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void whatOneChildHasFromAParentTheOtherHasFromTheOther() {
        for (int i = 0; i < 500; i++) {
            Architecture one = space.sample(random);
            Architecture other = space.sample(random);
            List<Architecture> children = children(new Mating(1, 0), one, other);
            for (int d = 0; d < one.size(); d++) {
                int first = children.get(0).choice(d);
                int second = children.get(1).choice(d);
                assertTrue(
                        first == one.choice(d) && second == other.choice(d)
                                || first == other.choice(d) && second == one.choice(d),
                        children + " of " + one + " and " + other);
            }
        }
    }

    /** Each frequency lies within 5 standard errors; with 4 of them a sound crossover fails with a probability below 1e-5. */
    @Test
    void aDecisionComesFromEitherParentAsOften() {
        int[] fromOther = new int[5];
        for (int i = 0; i < DRAWS; i++) {
            Architecture child = children(new Mating(1, 0), space.parse("0 0 0 0 0"), space.parse("3 0 2 1 6"))
                    .get(0);
            for (int d = 0; d < fromOther.length; d++) {
                fromOther[d] += child.choice(d) > 0 ? 1 : 0;
            }
        }
        for (int d : new int[] {0, 2, 3, 4}) {
            assertEquals(0.5 * DRAWS, fromOther[d], 5 * Math.sqrt(0.25 * DRAWS), "decision " + d);
        }
    }

    @Test
    void withoutCrossoverAndChangeChildrenAreTheirParents() {
        Architecture one = space.parse("3 0 2 1 6");
        Architecture other = space.parse("1 0 0 0 2");
        assertEquals(List.of(one, other), children(new Mating(0, 0), one, other));
    }

    /** Each frequency lies within 5 standard errors; with 12 of them a sound mutation fails with a probability below 1e-5. */
    @Test
    void eachDecisionWithAChoiceChangesByItselfToAnyOtherOption() {
        Architecture parent = space.parse("2 0 0 1 6");
        int[][] counts = new int[parent.size()][7];
        for (int i = 0; i < DRAWS / 2; i++) {
            for (Architecture child : children(new Mating(0, 0.3), parent, parent)) {
                for (int d = 0; d < parent.size(); d++) {
                    counts[d][child.choice(d)]++;
                }
            }
        }
        for (int d = 0; d < parent.size(); d++) {
            int others = space.decisions().get(d).size() - 1;
            for (int option = 0; option <= others; option++) {
                if (option != parent.choice(d)) {
                    double p = 0.3 / others;
                    assertEquals(p * DRAWS, counts[d][option], 5 * Math.sqrt(p * (1 - p) * DRAWS), d + " " + option);
                }
            }
        }
        assertEquals(DRAWS, counts[1][0], "a decision without a choice stays");
    }

    private List<Architecture> children(Mating mating, Architecture one, Architecture other) {
        List<Genotype<IntegerGene>> children = mating.children(encoding.encode(one), encoding.encode(other), random);
        return children.stream()
                .map(child -> space.check(encoding.decode(child)))
                .toList();
    }
}

package org.nasworkbench.strategy.supernet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;

class DerivationTests {
    private static final ChainSpace SPACE = SupernetGround.SPACE;

    @Test
    void theFirstDrawIsTheLikeliestNetwork() {
        float[][] logits = new float[SPACE.blocks()][SPACE.options().size()];
        int[] likeliest = {3, 12, 0, 7, 5};
        for (int b = 0; b < logits.length; b++) {
            logits[b][likeliest[b]] = 0.01f;
        }
        for (int seed = 0; seed < 10; seed++) {
            assertEquals(
                    new Architecture(List.of(3, 12, 0, 7, 5)),
                    Derivation.networks(SPACE, logits, 5, any -> true, new SplittableRandom(seed))
                            .get(0));
        }
    }

    @Test
    void drawsAreDifferentNetworks() {
        ChainSpace space = SupernetGround.space("squeezenas-small", 3);
        float[][] logits = certain(space);
        for (int b = 0; b < 3; b++) {
            logits[b][12] = logits[b][0];
        }
        // k3_e1 or skip thrice: 8 ways to write 6 networks, since only the number of skips counts behind a stage's
        // first block.
        List<Architecture> drawn = Derivation.networks(space, logits, 8, any -> true, new SplittableRandom(1));
        assertEquals(6, drawn.size());
        assertEquals(6, drawn.stream().map(space::canonical).distinct().count());
    }

    @Test
    void aDistributionWithOneNetworkGivesItAfterABoundedNumberOfDraws() {
        int[] numbers = new int[1];
        RandomGenerator source = new SplittableRandom(1);
        RandomGenerator counting = () -> {
            numbers[0]++;
            return source.nextLong();
        };
        assertEquals(
                List.of(new Architecture(List.of(0, 0, 0, 0, 0))),
                Derivation.networks(SPACE, certain(SPACE), 8, any -> true, counting));
        assertTrue(numbers[0] <= 8 * 100 * SPACE.blocks(), numbers[0] + " numbers drawn");
    }

    /**
     * Behind the mode, an option of probability p comes next with probability p / (1 - p of the mode). Chi-squared with 11
     * degrees of freedom is above 37.4 with a probability below 0.0001.
     */
    @Test
    void drawsFollowTheDistribution() {
        int options = SPACE.options().size();
        float[][] logits = certain(SPACE);
        for (int o = 0; o < options; o++) {
            logits[0][o] = (float) Math.log(o + 1);
        }
        int draws = 4000;
        int[] seen = new int[options];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < draws; i++) {
            seen[
                    Derivation.networks(SPACE, logits, 2, any -> true, random)
                            .get(1)
                            .choice(0)]++;
        }
        assertEquals(0, seen[options - 1], "the mode comes once");
        double chiSquared = 0;
        for (int o = 0; o < options - 1; o++) {
            double expected = draws * (o + 1) / 78.0;
            chiSquared += (seen[o] - expected) * (seen[o] - expected) / expected;
        }
        assertTrue(chiSquared < 37.4, "chi-squared " + chiSquared);
    }

    @Test
    void onlyAllowedNetworksAreDerived() {
        float[][] logits = new float[SPACE.blocks()][SPACE.options().size()];
        Predicate<Architecture> allowed = network -> network.choice(0) == 7;
        List<Architecture> derived = Derivation.networks(SPACE, logits, 4, allowed, new SplittableRandom(1));
        assertEquals(4, derived.size());
        assertTrue(derived.stream().allMatch(allowed), () -> derived.toString());
    }

    @Test
    void aConstraintThatNoDrawKeepsIsAnErrorThatSaysSo() {
        float[][] logits = certain(SPACE);
        IllegalStateException error = assertThrows(
                IllegalStateException.class,
                () -> Derivation.networks(
                        SPACE, logits, 2, network -> network.choice(0) == 7, new SplittableRandom(1)));
        assertTrue(error.getMessage().contains("200 draws"), error.getMessage());
    }

    /** Drawn one after the other: the second has probability p / (1 - p of the first), so 3/4 and 1/4 beside the first here. */
    @Test
    void aPairIsDrawnWithoutReplacement() {
        double[] p = {0.2, 0.6, 0.2};
        int draws = 4000;
        int[] seconds = new int[3];
        int firsts = 0;
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < draws; i++) {
            int[] pair = Derivation.pair(p, random);
            assertTrue(pair[0] != pair[1]);
            if (pair[0] == 0) {
                firsts++;
                seconds[pair[1]]++;
            }
        }
        // Each within 4 standard deviations: both are, with a probability above 0.9998.
        assertEquals(0.2 * draws, firsts, 4 * Math.sqrt(draws * 0.2 * 0.8));
        assertEquals(0.75 * firsts, seconds[1], 4 * Math.sqrt(firsts * 0.75 * 0.25));
    }

    @Test
    void aCertainDistributionStillHasAPair() {
        assertArrayEquals(new int[] {1, 0}, Derivation.pair(new double[] {0, 1, 0}, new SplittableRandom(1)));
        assertArrayEquals(new int[] {0, 1}, Derivation.pair(new double[] {1, 0, 0}, new SplittableRandom(1)));
    }

    /** Logits of the network that has the first option everywhere, and hardly of any other. */
    private static float[][] certain(ChainSpace space) {
        float[][] logits = new float[space.blocks()][space.options().size()];
        for (float[] row : logits) {
            row[0] = 100;
        }
        return logits;
    }
}

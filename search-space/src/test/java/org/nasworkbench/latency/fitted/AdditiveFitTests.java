package org.nasworkbench.latency.fitted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nasworkbench.latency.AdditiveLatency;
import org.nasworkbench.latency.SummedLatency;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.CellSpace;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.Decision;
import org.nasworkbench.space.FbnetSpace;
import org.nasworkbench.space.KnownSpaces;
import org.nasworkbench.space.SearchSpace;

class AdditiveFitTests {
    private static final CellSpace CELLS = CellSpace.nasBench201();

    static Stream<SearchSpace> spaces() {
        return Stream.of(CELLS, FbnetSpace.cifar100());
    }

    /** A made-up device: a base of 3 ms and terms between 0 and 2 ms. */
    private static AdditiveLatency truth(SearchSpace space, RandomGenerator random) {
        double[][] terms = space.decisions().stream()
                .map(decision -> random.doubles(decision.size(), 0, 2).toArray())
                .toArray(double[][]::new);
        return new SummedLatency(space, 3, terms);
    }

    private static List<Architecture> draws(SearchSpace space, int count, RandomGenerator random) {
        List<Architecture> networks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            networks.add(space.sample(random));
        }
        return networks;
    }

    private static TimedNetworks timed(
            SearchSpace space,
            List<Architecture> networks,
            AdditiveLatency truth,
            double noise,
            RandomGenerator random) {
        return new TimedNetworks(
                space,
                networks,
                networks.stream()
                        .mapToDouble(it -> truth.of(it).millis() + noise * random.nextGaussian())
                        .toArray());
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void anAdditiveTruthIsRecovered(SearchSpace space) {
        SplittableRandom random = new SplittableRandom(1);
        AdditiveLatency truth = truth(space, random);
        AdditiveLatency fitted = AdditiveFit.of(timed(space, draws(space, 1000, random), truth, 0, random))
                .table()
                .latency(space);
        for (Architecture network : draws(space, 100, random)) {
            assertEquals(truth.of(network).millis(), fitted.of(network).millis(), 1e-8);
        }
        for (double[] terms : fitted.terms()) {
            assertEquals(
                    0,
                    Stream.of(terms)
                            .flatMapToDouble(java.util.Arrays::stream)
                            .min()
                            .orElseThrow());
        }
    }

    /** 5,000 timings of 25 unknowns: the mean squared error of predictions is 25 / 5,000 of the noise's variance. */
    @Test
    void noiseAveragesOut() {
        SplittableRandom random = new SplittableRandom(2);
        AdditiveLatency truth = truth(CELLS, random);
        AdditiveFit fit = AdditiveFit.of(timed(CELLS, draws(CELLS, 5000, random), truth, 0.5, random));
        double squares = 0;
        for (Architecture network : draws(CELLS, 1000, random)) {
            squares += Math.pow(fit.millis(network) - truth.of(network).millis(), 2) / 1000;
        }
        double expected = 0.5 * Math.sqrt(25.0 / 5000);
        assertTrue(Math.sqrt(squares) < 2 * expected, () -> "root mean square error against " + expected);
    }

    @Test
    void anOptionThatNoNetworkHasIsLeftOpenAndTheOthersAreRecovered() {
        SplittableRandom random = new SplittableRandom(3);
        AdditiveLatency truth = truth(CELLS, random);
        List<Architecture> networks = draws(CELLS, 500, random);
        networks.removeIf(network -> network.choice(2) == 4);
        TermTable table =
                AdditiveFit.of(timed(CELLS, networks, truth, 0, random)).table();
        assertEquals(List.of("edge2<-1 avg_pool_3x3"), table.unknown());
        Architecture known = Architecture.ofDigits("444333");
        assertEquals(
                truth.of(known.with(2, 3)).millis(),
                table.latency(CELLS).of(known.with(2, 3)).millis(),
                1e-8);
        String message = assertThrows(IllegalArgumentException.class, () -> table.latency(CELLS)
                        .of(known))
                .getMessage();
        assertTrue(message.contains("avg_pool_3x3 at edge2<-1 of nb201"), message);
        assertThrows(IllegalArgumentException.class, () -> table.latency(CELLS).terms());
    }

    /** Two edges that are always alike: only the sum of their terms shows, and what has both at the reference. */
    @Test
    void optionsThatAlwaysComeTogetherAreNotToldApart() {
        SplittableRandom random = new SplittableRandom(4);
        AdditiveLatency truth = truth(CELLS, random);
        List<Architecture> networks = draws(CELLS, 500, random).stream()
                .map(network -> network.with(1, network.choice(0)))
                .toList();
        TimedNetworks timed = timed(CELLS, networks, truth, 0, random);
        List<String> open = AdditiveFit.of(timed).table().unknown();
        assertEquals(8, open.size());
        assertTrue(open.stream().allMatch(it -> it.startsWith("edge1<-0") || it.startsWith("edge2<-0")));
    }

    /** Each of the two is the other's opposite in two edges: what either adds cannot be told, nor what neither has. */
    @Test
    void timingsThatDoNotDetermineABaseAreRefused() {
        AdditiveFit fit = AdditiveFit.of(new TimedNetworks(
                CELLS, List.of(Architecture.ofDigits("010000"), Architecture.ofDigits("100000")), new double[] {2, 3}));
        String message =
                assertThrows(IllegalArgumentException.class, fit::table).getMessage();
        assertTrue(message.contains("always come together"), message);
    }

    @Test
    void blocksAtEqualPlacesOfAChainShareTheirTerms() {
        ChainSpace chain = (ChainSpace) KnownSpaces.space("squeezenas-small", KnownSpaces.Changes.NONE);
        SplittableRandom random = new SplittableRandom(6);
        List<Architecture> networks = draws(chain, 800, random);
        TimedNetworks timed = timed(chain, networks, truth(chain, random), 0, random);
        AdditiveLatency fitted = AdditiveFit.of(timed).table().latency(chain);
        for (Architecture network : draws(chain, 50, random)) {
            assertEquals(
                    fitted.of(network).millis(),
                    fitted.of(chain.canonical(network)).millis(),
                    1e-9);
        }
    }

    @Test
    void aTableOfOtherDecisionsIsRefused() {
        TermTable table = new TermTable(List.of(new Decision("a", List.of("x", "y"))), 1, new double[][] {{0, 1}});
        String message = assertThrows(IllegalArgumentException.class, () -> table.latency(CELLS))
                .getMessage();
        assertTrue(message.contains("nb201"), message);
    }

    @Test
    void crossValidationOfAnAdditiveTruthIsExactAndOfNoiseWorthNothing() {
        SplittableRandom random = new SplittableRandom(7);
        List<Architecture> networks = draws(CELLS, 600, random);
        FitQuality exact = FitQuality.crossValidated(timed(CELLS, networks, truth(CELLS, random), 0, random), random)
                .orElseThrow();
        assertEquals(1, exact.r2(), 1e-9);
        assertEquals(1, exact.check().spearman(), 1e-6, "but for ties that rounding breaks");
        double[] noise = random.doubles(600, 1, 2).toArray();
        assertTrue(FitQuality.crossValidated(new TimedNetworks(CELLS, networks, noise), random)
                        .orElseThrow()
                        .r2()
                < 0.05);
    }
}

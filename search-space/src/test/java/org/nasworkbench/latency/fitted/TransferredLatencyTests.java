package org.nasworkbench.latency.fitted;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasworkbench.latency.fitted.Likeness.Common;
import org.nasworkbench.latency.fitted.TransferredLatency.Prediction;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.CellSpace;

class TransferredLatencyTests {
    private static final CellSpace SPACE = CellSpace.nasBench201();
    private static final int NETWORKS = 300;

    /** Networks, and made-up devices on which latency is a base of 20 ms and a sum of terms. */
    private static List<Architecture> networks(RandomGenerator random) {
        return IntStream.range(0, NETWORKS).mapToObj(i -> SPACE.sample(random)).toList();
    }

    private static double[] device(List<Architecture> networks, RandomGenerator random) {
        double[][] terms = IntStream.range(0, 6)
                .mapToObj(edge -> random.doubles(5, 0, 3).toArray())
                .toArray(double[][]::new);
        return networks.stream()
                .mapToDouble(network -> 20
                        + IntStream.range(0, 6)
                                .mapToDouble(edge -> terms[edge][network.choice(edge)])
                                .sum())
                .toArray();
    }

    private static List<double[]> devices(int count, List<Architecture> networks, RandomGenerator random) {
        return IntStream.range(0, count).mapToObj(i -> device(networks, random)).toList();
    }

    private static int[] first(int count) {
        return IntStream.range(0, count).toArray();
    }

    @ParameterizedTest
    @CsvSource({"4, 2.1318", "9, 1.8331", "19, 1.7291", "29, 1.6991", "99, 1.6604"})
    void theReachIsStudentsT(int freedom, double t) {
        assertEquals(t, TransferredLatency.reach(freedom), 2e-3);
    }

    @Test
    void aDeviceThatIsAMixtureOfOthersIsToldByTenTimings() {
        SplittableRandom random = new SplittableRandom(1);
        List<Architecture> networks = networks(random);
        List<double[]> others = devices(3, networks, random);
        double[] millis = IntStream.range(0, NETWORKS)
                .mapToDouble(i -> 5 + 0.5 * others.get(0)[i] + 2 * others.get(2)[i])
                .toArray();
        TransferredLatency transfer =
                TransferredLatency.learn(new Likeness(networks, others), first(10), Arrays.copyOf(millis, 10));
        for (int i = 10; i < NETWORKS; i++) {
            assertEquals(millis[i], transfer.predict(i).millis(), 0.02 * millis[i]);
        }
    }

    @Test
    void sumsOverDecisionsStaySums() {
        SplittableRandom random = new SplittableRandom(2);
        List<Architecture> networks = networks(random);
        Likeness likeness = new Likeness(networks, devices(4, networks, random));
        TransferredLatency transfer = TransferredLatency.learn(
                likeness, first(20), random.doubles(20, 10, 20).toArray());
        double[] predicted = IntStream.range(0, NETWORKS)
                .mapToDouble(i -> transfer.predict(i).millis())
                .toArray();
        AdditiveFit fit = AdditiveFit.of(new TimedNetworks(SPACE, networks, predicted));
        for (int i = 0; i < NETWORKS; i++) {
            assertEquals(predicted[i], fit.millis(networks.get(i)), 1e-6);
        }
    }

    /**
     * Over 200 made-up devices, each a mixture of others with terms of its own and noise. Even if the share that is held varied by 0.3
     * from device to device, the standard error of its mean would be 0.02: with 0.9 held, a mean below 0.83 has a chance of less than 0.1 %.
     * Above 0.97 the intervals would be too wide to be of use.
     */
    @Test
    void intervalsHoldWhatTheySay() {
        SplittableRandom random = new SplittableRandom(3);
        double sum = 0;
        int trials = 200;
        for (int trial = 0; trial < trials; trial++) {
            List<Architecture> networks = networks(random);
            List<double[]> others = devices(5, networks, random);
            double[] own = device(networks, random);
            double noise = random.nextDouble(0.1, 1);
            double[] millis = IntStream.range(0, NETWORKS)
                    .mapToDouble(i -> 0.7 * others.get(1)[i]
                            + 0.4 * others.get(3)[i]
                            + 0.2 * own[i]
                            + noise * random.nextGaussian())
                    .toArray();
            TransferredLatency transfer =
                    TransferredLatency.learn(new Likeness(networks, others), first(30), Arrays.copyOf(millis, 30));
            sum += IntStream.range(30, 130)
                            .filter(i -> transfer.predict(i).holds(millis[i]))
                            .count()
                    / 100.0;
        }
        double held = sum / trials;
        assertTrue(held > 0.83 && held < 0.97, () -> "held " + held);
    }

    @Test
    void theOrderOfTheTimingsDoesNotMatter() {
        SplittableRandom random = new SplittableRandom(4);
        List<Architecture> networks = networks(random);
        Likeness likeness = new Likeness(networks, devices(3, networks, random));
        double[] millis = random.doubles(12, 1, 2).toArray();
        int[] backward = IntStream.range(0, 12).map(i -> 11 - i).toArray();
        Prediction one = TransferredLatency.learn(likeness, first(12), millis).predict(50);
        Prediction other = TransferredLatency.learn(
                        likeness,
                        backward,
                        IntStream.of(backward).mapToDouble(i -> millis[i]).toArray())
                .predict(50);
        assertEquals(one.millis(), other.millis(), 1e-9);
        assertEquals(one.highMillis(), other.highMillis(), 1e-9);
    }

    @Test
    void aNetworkThatIsLeftOutIsNotLookedAt() {
        SplittableRandom random = new SplittableRandom(5);
        List<Architecture> networks = networks(random);
        Likeness likeness = new Likeness(networks, devices(3, networks, random));
        double[] millis = random.doubles(8, 1, 2).toArray();
        Prediction[] before = TransferredLatency.leavingOneOut(likeness, first(8), millis);
        millis[2] = 40;
        Prediction[] after = TransferredLatency.leavingOneOut(likeness, first(8), millis);
        assertEquals(before[2], after[2]);
        assertNotEquals(before[3], after[3]);
    }

    @Test
    void whatTellsNothingIsRefused() {
        SplittableRandom random = new SplittableRandom(6);
        List<Architecture> networks = networks(random);
        Likeness likeness = new Likeness(networks, devices(2, networks, random));
        refused("at least 5 networks", () -> TransferredLatency.learn(likeness, first(4), new double[] {1, 2, 3, 4}));
        refused("must differ", () -> TransferredLatency.learn(likeness, first(5), new double[] {1, 1, 1, 1, 1}));
        refused("at least one other device", () -> new Likeness(networks, List.of()));
        refused("must be finite and differ", () -> new Likeness(networks, List.of(new double[NETWORKS])));
    }

    private static void refused(String why, Runnable action) {
        String message =
                assertThrows(IllegalArgumentException.class, action::run).getMessage();
        assertTrue(message.contains(why), message);
    }

    @Test
    void networksOfHighestLikenessAreTheSame() {
        SplittableRandom random = new SplittableRandom(7);
        List<Architecture> networks = new ArrayList<>(networks(random));
        networks.set(1, networks.get(0));
        Likeness likeness = new Likeness(networks, devices(2, networks, random));
        Common common = likeness.common(0, new int[] {0, 1});
        assertArrayEquals(new double[] {1, 1}, common.decisions());
        for (int device = 0; device < 3; device++) {
            assertEquals(common.own()[device], common.devices()[device][0], 1e-12);
            assertEquals(common.own()[device], common.devices()[device][1], 1e-12);
        }
        assertEquals((common.own()[0] + common.own()[1]) / 2, common.own()[2], 1e-12, "the last is their mean");
    }

    @Test
    void allAssumptionsTogetherCountOne() {
        assertEquals(1, Blend.all(25).stream().mapToDouble(Blend::prior).sum(), 1e-12);
    }
}

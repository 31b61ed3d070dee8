package org.nasworkbench.latency.fitted;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.nasworkbench.space.Architecture;

/**
 * How alike networks are: in their latencies on other devices, and in their decisions. Two kernels, each with a mean of about 1 on the
 * diagonal.
 */
public final class Likeness {
    private final int[][] choices;
    private final double[][] standardised;

    /**
     * Likeness of networks.
     *
     * @param devices latencies of all networks on other devices, ms; each of them must tell networks apart
     */
    public Likeness(List<Architecture> networks, Collection<double[]> devices) {
        if (devices.isEmpty()) {
            throw new IllegalArgumentException(
                    "latencies of at least one other device must be known, but there are none");
        }
        choices = networks.stream()
                .map(network ->
                        network.choices().stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        standardised = new double[networks.size()][devices.size()];
        int device = 0;
        for (double[] millis : devices) {
            double mean = Arrays.stream(millis).average().orElseThrow();
            double deviation = Math.sqrt(Arrays.stream(millis)
                    .map(it -> (it - mean) * (it - mean))
                    .average()
                    .orElseThrow());
            if (!(deviation > 0) || Double.isInfinite(deviation)) {
                throw new IllegalArgumentException("latencies of another device must be finite and differ, but from "
                        + millis[0] + " ms on they have the standard deviation " + deviation);
            }
            for (int i = 0; i < millis.length; i++) {
                standardised[i][device] = (millis[i] - mean) / deviation;
            }
            device++;
        }
    }

    /** How many networks. */
    public int size() {
        return choices.length;
    }

    /** The mean product of two networks' standardised latencies. */
    double byDevices(int a, int b) {
        double sum = 0;
        for (int device = 0; device < standardised[a].length; device++) {
            sum += standardised[a][device] * standardised[b][device];
        }
        return sum / standardised[a].length;
    }

    /** The share of decisions in which two networks agree. */
    double byDecisions(int a, int b) {
        int[] one = choices[a];
        int[] other = choices[b];
        int same = 0;
        for (int decision = 0; decision < one.length; decision++) {
            same += one[decision] == other[decision] ? 1 : 0;
        }
        return (double) same / one.length;
    }

    /** What a network has in common with some others. */
    Common common(int network, int[] others) {
        return new Common(
                Arrays.stream(others)
                        .mapToDouble(other -> byDevices(network, other))
                        .toArray(),
                Arrays.stream(others)
                        .mapToDouble(other -> byDecisions(network, other))
                        .toArray(),
                byDevices(network, network));
    }

    /**
     * What a network has in common with others.
     *
     * @param devices by devices, [others]
     * @param decisions by decisions, [others]
     * @param ownDevices by devices with itself; by decisions that is 1
     */
    record Common(double[] devices, double[] decisions, double ownDevices) {}
}

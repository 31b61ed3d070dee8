package org.nasworkbench.latency.fitted;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.nasworkbench.space.Architecture;

/**
 * How alike networks are: in their latencies on each other device, and in their decisions.
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

    /** How many other devices. */
    int devices() {
        return standardised[0].length;
    }

    /** What a network has in common with some others. */
    Common common(int network, int[] others) {
        int count = devices();
        double[][] devices = new double[count + 1][others.length];
        double[] own = new double[count + 1];
        for (int device = 0; device < count; device++) {
            double here = standardised[network][device];
            own[device] = here * here;
            own[count] += here * here / count;
            for (int i = 0; i < others.length; i++) {
                double product = here * standardised[others[i]][device];
                devices[device][i] = product;
                devices[count][i] += product / count;
            }
        }
        double[] decisions = Arrays.stream(others)
                .mapToDouble(other -> byDecisions(network, other))
                .toArray();
        return new Common(devices, decisions, own);
    }

    /**
     * What a network has in common with others.
     *
     * @param devices products of standardised latencies by device, behind them their mean: [devices + 1][others]
     * @param decisions share of decisions in which they agree, [others]
     * @param own the same as devices with itself, [devices + 1]; by decisions that is 1
     */
    record Common(double[][] devices, double[] decisions, double[] own) {}
}

package org.nasworkbench.latency.fitted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.nasworkbench.latency.LatencyCheck;
import org.nasworkbench.latency.fitted.TransferredLatency.Prediction;
import org.nasworkbench.work.Seeds;

/**
 * How well few timings of a device tell all others, if other devices are known: each device in turn is taken for new, and all
 * settings of its {@link Chip} are left out of what is known.
 *
 * @param measured latencies by device, ms, [networks]
 * @param known what a device that is not new tells of each network: the measured latencies or a fit to them
 * @param macs of each network
 * @param scored networks on which predictions are judged, drawn anew each time from those that were not timed
 */
public record LeaveOneDeviceOut(Map<String, double[]> measured, OtherDevices known, double[] macs, int scored) {
    public LeaveOneDeviceOut {
        measured = new LinkedHashMap<>(measured);
    }

    /** How a prediction was made. */
    public enum Method {
        /** By {@link TransferredLatency}. */
        TRANSFER,
        /** The network's MACs. */
        MACS,
        /** The known device that ranks the timed networks most alike. */
        BEST_DEVICE,
        /** Terms for each option, by least squares of the timings alone; of all solutions that of least norm. */
        LEAST_SQUARES
    }

    /**
     * One draw of timed networks.
     *
     * @param spearman rank correlation of predicted with measured latencies, by method
     * @param medianError median of |predicted - measured| / measured of the transfer: a mean would be that of latencies near 0
     * @param coverage share of measured latencies within the interval of the transfer
     */
    public record Draw(Map<Method, Double> spearman, double medianError, double coverage) {}

    /** Draws for one device and one number of timings; any order of calls gives the same. */
    public List<Draw> draws(String device, int timings, int draws, long seed) {
        OtherDevices others = known.without(device);
        Likeness likeness = others.likeness();
        List<Draw> all = new ArrayList<>();
        for (int draw = 0; draw < draws; draw++) {
            int[] places = drawn(timings + scored, Seeds.random(seed, "transfer", device, timings, draw));
            all.add(draw(
                    likeness,
                    others.millis(),
                    measured.get(device),
                    Arrays.copyOf(places, timings),
                    Arrays.copyOfRange(places, timings, places.length)));
        }
        return all;
    }

    private Draw draw(Likeness likeness, Map<String, double[]> others, double[] millis, int[] timed, int[] asked) {
        double[] learned = at(timed, millis);
        double[] truth = at(asked, millis);
        TransferredLatency transfer = TransferredLatency.learn(likeness, timed, learned);
        TransferredLatency terms = TransferredLatency.learn(List.of(Blend.leastSquares()), likeness, timed, learned);
        Prediction[] predicted =
                Arrays.stream(asked).mapToObj(transfer::predict).toArray(Prediction[]::new);
        double[] means =
                Arrays.stream(predicted).mapToDouble(Prediction::millis).toArray();
        long held = IntStream.range(0, truth.length)
                .filter(i -> predicted[i].holds(truth[i]))
                .count();
        Map<Method, Double> spearman = new LinkedHashMap<>();
        spearman.put(Method.TRANSFER, spearman(means, truth));
        spearman.put(Method.MACS, spearman(at(asked, macs), truth));
        spearman.put(Method.BEST_DEVICE, spearman(at(asked, mostAlike(others, timed, learned)), truth));
        spearman.put(
                Method.LEAST_SQUARES,
                spearman(
                        Arrays.stream(asked)
                                .mapToDouble(i -> terms.predict(i).millis())
                                .toArray(),
                        truth));
        return new Draw(spearman, medianError(means, truth), (double) held / truth.length);
    }

    private static double[] mostAlike(Map<String, double[]> others, int[] timed, double[] millis) {
        double[] best = null;
        double highest = Double.NEGATIVE_INFINITY;
        for (double[] other : others.values()) {
            double correlation = spearman(at(timed, other), millis);
            if (best == null || correlation > highest) {
                best = other;
                highest = correlation;
            }
        }
        return best;
    }

    private static double spearman(double[] predicted, double[] measured) {
        return LatencyCheck.of(predicted, measured).spearman();
    }

    private static double medianError(double[] predicted, double[] measured) {
        double[] errors = IntStream.range(0, measured.length)
                .mapToDouble(i -> Math.abs(predicted[i] / measured[i] - 1))
                .sorted()
                .toArray();
        return (errors[(errors.length - 1) / 2] + errors[errors.length / 2]) / 2;
    }

    private int[] drawn(int count, RandomGenerator random) {
        if (count > known.networks().size()) {
            throw new IllegalArgumentException("timed and scored networks must be at most "
                    + known.networks().size() + " together, but are " + count);
        }
        int[] places = IntStream.range(0, known.networks().size()).toArray();
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(places.length - i);
            int place = places[i];
            places[i] = places[other];
            places[other] = place;
        }
        return Arrays.copyOf(places, count);
    }

    private static double[] at(int[] places, double[] values) {
        return IntStream.of(places).mapToDouble(i -> values[i]).toArray();
    }
}

package org.nasworkbench.latency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.BlockPlace;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.Network;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.Machine;
import org.nasworkbench.work.Seeds;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

/**
 * Measures a latency table. Blocks and whole networks are timed together ({@link InterleavedTiming}). Twenty whole networks fit the line,
 * twenty others check it.
 *
 * @param platform where
 * @param rounds how often all are visited
 * @param repeats recorded runs a visit
 */
public record LatencyBuild(ChainSpace space, PlatformChoice platform, int rounds, int repeats)
        implements Work<LatencyTable> {
    private static final int FITTED = 20;
    private static final int CHECKED = 20;

    @Override
    public LatencyTable perform(Workplace workplace) {
        return on(Platforms.open(platform), System::nanoTime, workplace);
    }

    /** Measures on a runtime, by a clock that tells nanoseconds. */
    LatencyTable on(Platform runtime, LongSupplier clock, Workplace workplace) {
        List<LatencyKey> keys = LatencyKey.all(space);
        List<Architecture> wholes = spread(FITTED + CHECKED);
        List<Network> networks = new ArrayList<>();
        keys.forEach(key -> networks.add(key.block(space)));
        wholes.forEach(architecture -> networks.add(space.network(architecture)));
        List<Timing> timings = new InterleavedTiming(rounds, repeats).measure(runtime, networks, clock, workplace);

        Map<LatencyKey, Timing> entries = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            entries.put(keys.get(i), timings.get(i));
        }
        double[] sums =
                wholes.stream().mapToDouble(whole -> sum(whole, entries)).toArray();
        double[] measured = timings.subList(keys.size(), timings.size()).stream()
                .mapToDouble(Timing::millis)
                .toArray();
        LatencyLine line = LatencyLine.fit(every(2, 0, sums), every(2, 0, measured));
        double[] predicted = every(2, 1, sums);
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = line.predict(predicted[i]);
        }
        LatencyCheck check = LatencyCheck.of(predicted, every(2, 1, measured));
        return new LatencyTable(facts(runtime), entries, line, check);
    }

    @Override
    public double estimateSeconds(Workplace workplace) {
        long start = System.nanoTime();
        new LatencyBuild(space, platform, 2, 2).perform(workplace);
        return (System.nanoTime() - start) / 1e9 * ((rounds + 1.0) * (repeats + 1)) / (3 * 3);
    }

    @Override
    public CostCategory category() {
        return CostCategory.LATENCY_PROFILING;
    }

    @Override
    public String title() {
        return "measuring latency of " + space.name() + " on " + platform;
    }

    /** Architectures from light to heavy: the i-th draws its options from the costlier half with probability i / n. */
    private List<Architecture> spread(int count) {
        RandomGenerator random = Seeds.random(1, "latency", space.name());
        List<BlockPlace> places = space.places();
        List<Architecture> architectures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Integer> choices = new ArrayList<>();
            for (BlockPlace place : places) {
                List<Integer> byCost = new ArrayList<>();
                for (int o = 0; o < space.options().size(); o++) {
                    byCost.add(o);
                }
                byCost.sort(Comparator.comparingLong(
                        o -> space.block(place, space.options().get(o)).macs()));
                int half = byCost.size() / 2;
                boolean heavy = random.nextDouble() * (count - 1) < i;
                choices.add(
                        heavy
                                ? byCost.get(half + random.nextInt(byCost.size() - half))
                                : byCost.get(random.nextInt(half)));
            }
            architectures.add(new Architecture(choices));
        }
        return architectures;
    }

    private double sum(Architecture architecture, Map<LatencyKey, Timing> entries) {
        List<BlockPlace> places = space.places();
        double sum = 0;
        for (int b = 0; b < places.size(); b++) {
            LatencyKey key = LatencyKey.of(places.get(b), space.options().get(architecture.choice(b)));
            sum += entries.get(key).millis();
        }
        return sum;
    }

    private Map<String, String> facts(Platform runtime) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("space", fingerprint(space));
        facts.put("platform", runtime.name());
        facts.put("runtime", runtime.description());
        facts.put("threads", Integer.toString(platform.threads()));
        platform.settings().forEach(facts::put);
        facts.put("times", runtime.projected() ? "projected" : "measured");
        facts.put("machine", Machine.description());
        facts.put("java", System.getProperty("java.version"));
        facts.put("date", Instant.now().toString());
        facts.put(
                "protocol",
                "batch 1; hot; 25th percentile; " + rounds + " interleaved rounds x " + repeats
                        + " repeats, 1 discarded a visit, 1 warm-up round; line fitted on " + FITTED
                        + " whole networks, checked on " + CHECKED + " others");
        return facts;
    }

    /** What a table must have been measured for: name, skeleton, options, classes and input size of a space. */
    public static String fingerprint(ChainSpace space) {
        return space.name() + " " + Long.toHexString(Seeds.derive(1, space)) + " " + space.input();
    }

    private static double[] every(int step, int offset, double[] values) {
        double[] picked = new double[(values.length - offset + step - 1) / step];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = values[offset + i * step];
        }
        return picked;
    }
}

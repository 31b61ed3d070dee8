package org.nasworkbench.latency;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.statistics.Quantile;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

/**
 * Holds a table against whole networks that were never used for it: some spread over the range, some of nearly equal MACs. All are
 * measured twice: predictions are held against the mean, and one measurement against the other says how far the machine agrees with
 * itself. Further networks say which correction is best on those held out among them; it is used, and judged by the former.
 *
 * @param networks in each of the two sets, at least {@value #FEWEST}
 * @param protocol its fewest rounds are measured, twice
 */
public record LatencyExamination(ChainSpace space, LatencyTable table, int networks, LatencyProtocol protocol)
        implements Work<LatencyExamination.Result> {
    /** Of networks in a set. */
    public static final int FEWEST = 60;

    /** The networks spread over the range. */
    public static final String SPREAD = "spread";

    /** The networks of nearly equal MACs, and the further check by them. */
    public static final String BAND = "band";

    /** Ends the names of further checks of one measurement by another. */
    public static final String CEILING = "ceiling";

    private static final int FITTED = 30;

    /**
     * What came out.
     *
     * @param table with the verdict
     * @param networks those that it was judged by, set by set
     */
    public record Result(LatencyTable table, List<CheckedNetwork> networks) implements Serializable {
        public Result {
            networks = List.copyOf(networks);
        }
    }

    public LatencyExamination {
        if (networks < FEWEST) {
            throw new IllegalArgumentException("a table is checked by at least " + FEWEST
                    + " networks in each set, but it should be by " + networks);
        }
    }

    @Override
    public Result perform(Workplace workplace) {
        Platform runtime = Platforms.open(PlatformChoice.of(table));
        return new LatencyExamination(space, table, networks, protocol.atMost(runtime.mostRounds()))
                .on(runtime, System::nanoTime, workplace);
    }

    /** Measures on a platform, by a clock that tells nanoseconds. */
    Result on(Platform runtime, LongSupplier clock, Workplace workplace) {
        if (runtime.projected() != table.projected()) {
            throw new IllegalArgumentException(
                    "measured times are checked by measured ones and projected by projected, but the table is "
                            + (table.projected() ? "projected" : "measured") + " and " + runtime.name() + " is not");
        }
        WholeNetworks drawn = new WholeNetworks(space);
        List<Architecture> all = new ArrayList<>(drawn.spread(FITTED, "fit"));
        all.addAll(drawn.spread(networks, "check"));
        all.addAll(drawn.band(networks, "check"));
        Architecture reference = table.facts().containsKey(SpaceMatch.REFERENCE)
                ? space.parse(table.facts().get(SpaceMatch.REFERENCE))
                : drawn.reference();
        Pass first = pass(runtime, clock, reference, all, workplace);
        Pass second = pass(runtime, clock, reference, all, workplace);
        double now = (first.referenceMillis() + second.referenceMillis()) / 2;
        double then = table.facts().containsKey(SpaceMatch.REFERENCE_MILLIS)
                ? LatencyTableText.number(table.facts().get(SpaceMatch.REFERENCE_MILLIS))
                : now;
        double[] once = first.millis(then);
        double[] twice = second.millis(then);
        double[] both = IntStream.range(0, once.length)
                .mapToDouble(i -> (once[i] + twice[i]) / 2)
                .toArray();
        int spread = FITTED + networks;
        MeasuredNetworks fitted = measured(all, both, 0, FITTED);
        MeasuredNetworks wide = measured(all, both, FITTED, spread);
        MeasuredNetworks band = measured(all, both, spread, all.size());
        Map<Correction, Double> errors = Correction.heldOutErrors(table.line(), fitted);
        Correction best = Correction.best(errors);
        LatencyLine line = best.fit(table.line(), fitted).orElse(table.line());

        Map<String, LatencyCheck> further = new LinkedHashMap<>();
        further.put(BAND, band.check(line));
        further.put(CEILING, ceiling(twice, once, wide.depths(), FITTED, spread));
        further.put(BAND + "-" + CEILING, ceiling(twice, once, band.depths(), spread, all.size()));
        List<CheckedNetwork> checked = new ArrayList<>(checked(SPREAD, all, wide.predicted(line), once, twice, FITTED));
        checked.addAll(checked(BAND, all, band.predicted(line), once, twice, spread));
        return new Result(
                new LatencyTable(facts(errors, best, now / then - 1), table.entries(), line, wide.check(line), further),
                checked);
    }

    /** All networks once. */
    private record Pass(double referenceMillis, double[] ratios) {
        /** Times as they are where the reference takes so much. */
        double[] millis(double reference) {
            return IntStream.range(0, ratios.length)
                    .mapToDouble(i -> ratios[i] * reference)
                    .toArray();
        }
    }

    private Pass pass(
            Platform runtime, LongSupplier clock, Architecture reference, List<Architecture> all, Workplace workplace) {
        try (InterleavedRounds timing = new InterleavedRounds(runtime, space.network(reference), protocol, clock)) {
            timing.add(runtime, all.stream().map(space::network).toList(), protocol.wholeRepeats());
            timing.warmUp(workplace);
            List<Round> rounds = new ArrayList<>();
            while (rounds.size() < protocol.fewestRounds()) {
                double done = (double) rounds.size() / protocol.fewestRounds();
                String note = "round " + (rounds.size() + 1) + "/" + protocol.fewestRounds();
                rounds.add(timing.next(() -> workplace.progress(done, note)));
            }
            double[] ratios = IntStream.range(0, all.size())
                    .mapToDouble(i -> Quantile.of(
                            0.5,
                            rounds.stream()
                                    .mapToDouble(round -> round.ratios()[i])
                                    .toArray()))
                    .toArray();
            double level = Quantile.of(
                    0.25, rounds.stream().mapToDouble(Round::referenceMillis).toArray());
            return new Pass(level, ratios);
        }
    }

    private MeasuredNetworks measured(List<Architecture> all, double[] millis, int from, int to) {
        return MeasuredNetworks.of(space, table.entries(), all.subList(from, to), Arrays.copyOfRange(millis, from, to));
    }

    private List<CheckedNetwork> checked(
            String set, List<Architecture> all, double[] predicted, double[] once, double[] twice, int from) {
        return IntStream.range(0, predicted.length)
                .mapToObj(i -> new CheckedNetwork(
                        set,
                        space.print(all.get(from + i)),
                        space.network(all.get(from + i)).macs(),
                        predicted[i],
                        once[from + i],
                        twice[from + i]))
                .toList();
    }

    private static LatencyCheck ceiling(double[] second, double[] first, int[] depths, int from, int to) {
        return LatencyCheck.of(Arrays.copyOfRange(second, from, to), Arrays.copyOfRange(first, from, to), depths);
    }

    private Map<String, String> facts(Map<Correction, Double> errors, Correction best, double drift) {
        Map<String, String> facts = new LinkedHashMap<>(table.facts());
        facts.put("checked", Instant.now().toString());
        facts.put(
                "check",
                networks + " networks spread over the range, " + networks
                        + " of nearly equal MACs, each measured in 2 x " + protocol.fewestRounds()
                        + " rounds as ratios to the reference");
        facts.put("reference-drift", String.format(Locale.ROOT, "%+.1f %% since the table was built", 100 * drift));
        facts.put(
                "correction",
                word(best) + "; mean absolute errors on networks held out of " + FITTED + ": "
                        + errors.entrySet().stream()
                                .map(error -> String.format(
                                        Locale.ROOT, "%s %.2f %%", word(error.getKey()), 100 * error.getValue()))
                                .collect(Collectors.joining(", ")));
        return facts;
    }

    private static String word(Correction correction) {
        return correction.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public CostCategory category() {
        return CostCategory.LATENCY_PROFILING;
    }

    @Override
    public String title() {
        return "checking a latency table of " + space.name() + " on "
                + table.facts().get("platform");
    }
}

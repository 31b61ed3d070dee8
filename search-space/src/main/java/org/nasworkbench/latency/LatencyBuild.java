package org.nasworkbench.latency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.statistics.Quantile;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.Machine;
import org.nasworkbench.work.Seeds;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

/**
 * Measures a latency table: every block of the space in context, and whole networks among them in the same rounds, of which every
 * second one fits the line and the others check it. What is cut off goes on from the last whole round.
 *
 * @param platform where
 * @param protocol how
 */
public record LatencyBuild(ChainSpace space, PlatformChoice platform, LatencyProtocol protocol)
        implements Work<LatencyTable> {
    private static final int WHOLES = 40;

    /** The share of entries whose interval must be narrow. */
    private static final double SHARE = 0.9;

    @Override
    public LatencyTable perform(Workplace workplace) throws IOException {
        Platform runtime = Platforms.open(platform);
        return new LatencyBuild(space, platform, protocol.atMost(runtime.mostRounds()))
                .on(runtime, System::nanoTime, workplace);
    }

    /** Measures on a platform, by a clock that tells nanoseconds. */
    LatencyTable on(Platform runtime, LongSupplier clock, Workplace workplace) throws IOException {
        BuildNetworks networks = new BuildNetworks(space, WHOLES);
        Map<String, String> facts = facts(runtime, networks.reference());
        Rounds rounds = new Rounds(workplace.checkpoint(), identity(facts), networks.size());
        if (rounds.damaged()) {
            workplace.lost("the rounds that were kept are damaged, so that the measurement begins anew");
        }
        int kept = rounds.size();
        if (kept > 0) {
            facts.put("resumed", "after " + kept + " rounds");
        }
        try (InterleavedRounds timing =
                new InterleavedRounds(runtime, space.network(networks.reference()), protocol, clock)) {
            timing.add(runtime, networks.parts(), protocol.repeats());
            timing.add(runtime, networks.wholes(), protocol.wholeRepeats());
            facts.put("warm-up", timing.warmUp(workplace));
            while (rounds.size() < protocol.mostRounds()
                    && (rounds.size() < protocol.fewestRounds() || width(networks, rounds) > protocol.width())) {
                double done = (double) rounds.size() / protocol.mostRounds();
                String note = "round " + (rounds.size() + 1) + ", at most " + protocol.mostRounds();
                rounds.add(timing.next(() -> workplace.progress(done, note)));
                workplace.saved();
            }
        }
        facts.put("rounds", rounds(rounds.size(), width(networks, rounds)));
        facts.put(SpaceMatch.REFERENCE_MILLIS, Double.toString(rounds.referenceMillis()));
        Map<LatencyKey, Timing> entries = networks.entries(rounds, runtime.projected() ? 0 : protocol.repeats());
        MeasuredNetworks wholes =
                MeasuredNetworks.of(space, entries, networks.architectures(), networks.wholeMillis(rounds));
        MeasuredNetworks fitted = wholes.part(2, 0, false);
        LatencyLine line = LatencyLine.fit(fitted.totals(), fitted.millis());
        return new LatencyTable(facts, entries, line, wholes.part(2, 0, true).check(line));
    }

    @Override
    public double estimateSeconds(Workplace workplace) {
        Platform runtime = Platforms.open(platform);
        long start = System.nanoTime();
        if (runtime.mostRounds() < protocol.fewestRounds()) {
            BuildNetworks networks = new BuildNetworks(space, WHOLES);
            try (Platform.Runner runner = runtime.prepare(space.network(networks.reference()))) {
                runner.millis(System::nanoTime);
            }
            return (System.nanoTime() - start) / 1e9 * networks.size();
        }
        try {
            new LatencyBuild(space, platform, protocol.once()).perform(Workplace.bare());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (System.nanoTime() - start) / 1e9 * (protocol.mostRounds() + LatencyProtocol.SETTLED) / 2;
    }

    @Override
    public CostCategory category() {
        return CostCategory.LATENCY_PROFILING;
    }

    @Override
    public String title() {
        return "measuring latency of " + space.name() + " on " + platform;
    }

    private double width(BuildNetworks networks, Rounds rounds) {
        return Quantile.of(SHARE, networks.widths(rounds));
    }

    private String rounds(int done, double width) {
        String end = width <= protocol.width() ? "narrow enough" : "the most allowed";
        return String.format(
                Locale.ROOT,
                "%d, %s: nine entries in ten are known to %.1f %% (half a 95 %% interval), %.1f %% was asked for",
                done,
                end,
                100 * width,
                100 * protocol.width());
    }

    private Map<String, String> facts(Platform runtime, Architecture reference) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("space", fingerprint(space));
        facts.put("classes", Integer.toString(space.classes()));
        facts.put("platform", runtime.name());
        facts.put("threads", Integer.toString(platform.threads()));
        platform.settings().forEach((name, value) -> facts.put(PlatformChoice.SETTING + name, value));
        facts.put("runtime", runtime.description());
        facts.put("times", runtime.projected() ? LatencyTable.PROJECTED : "measured");
        facts.put("machine", Machine.description());
        facts.put("java", System.getProperty("java.version"));
        facts.put("date", Instant.now().toString());
        facts.put("protocol", runtime.projected() ? LatencyProtocol.CALCULATED : protocol.summary());
        facts.put(SpaceMatch.REFERENCE, space.print(reference));
        return facts;
    }

    /** All facts but the date, in one line. */
    private static String identity(Map<String, String> facts) {
        Map<String, String> lasting = new LinkedHashMap<>(facts);
        lasting.remove("date");
        return lasting.toString().replace('\n', ' ');
    }

    /** What a table must have been measured for: name, skeleton, options, classes and input size of a space. */
    public static String fingerprint(ChainSpace space) {
        return space.name() + " " + Long.toHexString(Seeds.derive(1, space)) + " " + space.input();
    }
}

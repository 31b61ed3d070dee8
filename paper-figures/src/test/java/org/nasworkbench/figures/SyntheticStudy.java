package org.nasworkbench.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.nasworkbench.results.Projection;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.Charge;
import org.nasworkbench.results.StudyResults.Final;
import org.nasworkbench.results.StudyResults.Run;
import org.nasworkbench.results.StudyResults.Session;
import org.nasworkbench.results.StudyResults.Trace;
import org.nasworkbench.results.StudyResults.TrialRow;

/** Made-up results of a study that looks like a real one, for drawing. */
public final class SyntheticStudy {
    public static final List<String> STRATEGIES =
            List.of("random-sampling", "random-search", "regularized-evolution", "reinforce", "squeezenas");

    private final List<Run> runs = new ArrayList<>();
    private final List<TrialRow> trials = new ArrayList<>();
    private final List<Charge> charges = new ArrayList<>();
    private final List<Final> finals = new ArrayList<>();
    private final List<Trace> traces = new ArrayList<>();
    private final SplittableRandom random;
    private boolean withFinals = true;
    private double failureRate = 0.03;
    private double idle = 3000;

    public SyntheticStudy(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Five strategies, three seeds, 24 to 40 trials each. */
    public static StudyResults usual() {
        return new SyntheticStudy(1).with(STRATEGIES, 3, 32).results();
    }

    /** A study on a table of results, which records training time and has no latency. */
    public static StudyResults table() {
        StudyResults trained = new SyntheticStudy(4)
                .withoutFinals()
                .with(STRATEGIES.subList(0, 3), 2, 20)
                .results();
        List<TrialRow> trials = trained.trials().stream()
                .map(t -> new TrialRow(
                        t.strategy(),
                        t.seed(),
                        t.number(),
                        t.genotype(),
                        t.epochs(),
                        t.status(),
                        t.score(),
                        t.value(),
                        OptionalDouble.empty(),
                        0,
                        0,
                        t.deviceSeconds(),
                        false,
                        0,
                        t.spentDeviceSeconds(),
                        false,
                        t.chosen(),
                        t.failure()))
                .toList();
        List<Run> runs = trained.runs().stream()
                .map(r -> new Run(
                        r.strategy(),
                        r.type(),
                        r.seed(),
                        r.status(),
                        r.evaluations(),
                        r.distinct(),
                        r.trainings(),
                        r.chosen(),
                        r.searchScore(),
                        r.searchScore(),
                        Map.of(),
                        OptionalDouble.empty(),
                        0,
                        0,
                        r.deviceSeconds(),
                        0))
                .toList();
        return new StudyResults(
                "cells",
                Map.of("space", "my-cells.csv.gz", "score", "Validation accuracy"),
                Double.NaN,
                trained.projection(),
                runs,
                trials,
                List.of(new Charge("", 0, "engine", 3)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The same study with some trials trained for one epoch alone. */
    public static StudyResults shortened(StudyResults study, Predicate<TrialRow> some) {
        List<TrialRow> trials = study.trials().stream()
                .map(t -> some.test(t) ? withEpochs(t, 1) : t)
                .toList();
        return new StudyResults(
                study.name(),
                study.facts(),
                study.targetMillis(),
                study.projection(),
                study.runs(),
                trials,
                study.charges(),
                study.sessions(),
                study.finals(),
                study.traces(),
                study.fidelity());
    }

    private static TrialRow withEpochs(TrialRow row, int epochs) {
        return new TrialRow(
                row.strategy(),
                row.seed(),
                row.number(),
                row.genotype(),
                epochs,
                row.status(),
                row.score(),
                row.value(),
                row.latencyMillis(),
                row.deviceSeconds(),
                row.creditSeconds(),
                row.simulatedSeconds(),
                row.cached(),
                row.spentDeviceSeconds(),
                row.simulatedEndSeconds(),
                row.inFront(),
                row.chosen(),
                row.failure());
    }

    public SyntheticStudy withoutFinals() {
        withFinals = false;
        return this;
    }

    public SyntheticStudy idle(double seconds) {
        idle = seconds;
        return this;
    }

    public SyntheticStudy failing(double rate) {
        failureRate = rate;
        return this;
    }

    public SyntheticStudy with(List<String> strategies, int seeds, int trialsEach) {
        for (String strategy : strategies) {
            for (int seed = 1; seed <= seeds; seed++) {
                run(strategy, seed, strategy.equals("random-sampling") ? Math.max(1, trialsEach * 3 / 4) : trialsEach);
            }
        }
        return this;
    }

    private void run(String strategy, long seed, int count) {
        boolean supernet = strategy.equals("squeezenas");
        double spent = supernet ? 1500 + 60 * random.nextDouble() : 0;
        double training = 0;
        double failed = 0;
        List<TrialRow> rows = new ArrayList<>();
        int best = -1;
        for (int i = 0; i < count; i++) {
            double progress = strategy.startsWith("random") ? 0 : supernet ? 0.8 : (double) i / count;
            double latency = 2.2 * StrictMath.exp(1.7 * random.nextDouble()) * (1 - 0.25 * progress);
            double score = Math.max(
                    0.02,
                    0.46 - 0.75 / (latency + 1.5) + 0.05 * progress - 0.10 * random.nextDouble() * (1.2 - progress));
            boolean fails = random.nextDouble() < failureRate;
            double seconds = supernet ? 4 + random.nextDouble() : 45 + 30 * latency / 6 + 10 * random.nextDouble();
            spent += seconds;
            failed += fails ? seconds : 0;
            training += fails ? 0 : seconds;
            double value = score * StrictMath.pow(latency / 4, -0.07);
            if (!fails && (best < 0 || value > rows.get(best).value().getAsDouble())) {
                best = i;
            }
            rows.add(new TrialRow(
                    strategy,
                    seed,
                    i,
                    "k3_e" + i + "_g2 skip",
                    5,
                    fails ? "failed" : "scored",
                    fails ? OptionalDouble.empty() : OptionalDouble.of(score),
                    fails ? OptionalDouble.empty() : OptionalDouble.of(value),
                    OptionalDouble.of(latency),
                    seconds,
                    0,
                    0,
                    false,
                    spent,
                    0,
                    false,
                    false,
                    fails ? "DIVERGED: loss became NaN" : ""));
        }
        TrialRow chosen = best < 0 ? null : rows.get(best);
        for (TrialRow row : rows) {
            trials.add(row == chosen ? chosen(row) : row);
        }
        charges.add(new Charge(
                strategy, seed, supernet ? "shared-weights" : "search-training", supernet ? 1530 : training * 0.9));
        charges.add(new Charge(strategy, seed, "search-validation", supernet ? training : training * 0.1));
        charges.add(new Charge(strategy, seed, "failed", failed));
        double finalSeconds = withFinals && chosen != null ? 600 + 20 * random.nextDouble() : 0;
        OptionalDouble test = OptionalDouble.empty();
        if (finalSeconds > 0) {
            charges.add(new Charge(strategy, seed, "final-training", finalSeconds));
            test = OptionalDouble.of(chosen.score().getAsDouble() + 0.08);
            finals.add(new Final(
                    strategy,
                    seed,
                    1,
                    chosen.genotype(),
                    false,
                    "scored",
                    test,
                    Map.of("test_pixel_accuracy", 0.87),
                    finalSeconds,
                    1_790_000_000_000L + 1000 * finals.size()));
        }
        for (int i = 0; strategy.equals("reinforce") && i < 12; i++) {
            traces.add(new Trace(
                    strategy, seed, "entropy", i, 1.6 * StrictMath.exp(-i / 8.0) + 0.05 * random.nextDouble()));
            traces.add(new Trace(strategy, seed, "mean-reward", i, 0.3 + 0.01 * i));
        }
        runs.add(new Run(
                strategy,
                strategy,
                seed,
                "finished",
                count,
                Math.max(1, count - 2),
                Math.max(1, count - 2),
                chosen == null ? "" : chosen.genotype(),
                chosen == null ? OptionalDouble.empty() : chosen.score(),
                test,
                Map.of(),
                chosen == null ? OptionalDouble.empty() : chosen.latencyMillis(),
                spent,
                12,
                0,
                finalSeconds));
    }

    private static TrialRow chosen(TrialRow row) {
        return new TrialRow(
                row.strategy(),
                row.seed(),
                row.number(),
                row.genotype(),
                row.epochs(),
                row.status(),
                row.score(),
                row.value(),
                row.latencyMillis(),
                row.deviceSeconds(),
                row.creditSeconds(),
                row.simulatedSeconds(),
                row.cached(),
                row.spentDeviceSeconds(),
                row.simulatedEndSeconds(),
                true,
                true,
                row.failure());
    }

    public StudyResults results() {
        List<Charge> all = new ArrayList<>(charges);
        all.add(new Charge("", 0, "latency-profiling", 95));
        all.add(new Charge("", 0, "engine", 140));
        all.add(new Charge("", 0, "idle", idle));
        return new StudyResults(
                "street-scenes-small",
                Map.of(
                        "task",
                        "street-scenes (synthetic), 96x128",
                        "space",
                        "squeezenas-small, width 0.5",
                        "platform",
                        "this-cpu-onnxruntime, 1 thread",
                        "machine",
                        "2 cores"),
                4.0,
                new Projection(1, 70, 10, "EE Times interview, 2019"),
                runs,
                trials,
                all,
                List.of(new Session(1, 2, 1_789_990_000_000L, 1_790_000_000_000L, true)),
                finals,
                traces,
                List.of());
    }
}

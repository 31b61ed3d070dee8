package org.nasworkbench.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * Two strategies side by side, and whether their runs show a difference. The judgement is Welch's t test, corrected by Holm for
 * all pairs that are compared in the same measure; A12 and Mann and Whitney's test stand beside it for readers who trust ranks
 * more, and decide nothing.
 *
 * @param first a strategy
 * @param second the other
 * @param firstRuns its runs; one run is one number, however many final trainings are behind it
 * @param difference mean of the first less mean of the second
 * @param interval Holm-corrected interval of the difference: it excludes 0 exactly where the corrected test rejects; empty where
 *     there is nothing to judge by (one run on a side, or no variation among runs)
 * @param correctedP Holm-corrected probability of Welch's test, 1 where there is nothing to judge by
 * @param a12 the chance that a run of the first beats one of the second
 * @param mannWhitneyP two-sided, not corrected; exact for small samples without ties
 * @param shown whether a difference may be claimed: the interval excludes 0 and each side has at least {@value #FEWEST_RUNS} runs
 * @param runsPerArm what it would take to show a difference as large as the observed one, at the pair's corrected level, with power
 *     0.8; empty where it cannot be estimated. An observed difference is itself a guess, so this is an order of magnitude
 */
public record Comparison(
        Measure measure,
        String first,
        String second,
        int firstRuns,
        int secondRuns,
        double difference,
        Optional<Interval> interval,
        double correctedP,
        double a12,
        double mannWhitneyP,
        boolean shown,
        OptionalInt runsPerArm) {
    /** The chance of a false difference anywhere among the pairs of a study. */
    public static final double ALPHA = 0.05;

    /** Below this many runs on a side no difference is claimed. */
    public static final int FEWEST_RUNS = 3;

    /** All pairs of a study's strategies that have a number, in the study's order. */
    public static List<Comparison> of(StudyResults study, Measure measure) {
        return between(measure, samples(study, measure));
    }

    /** A study's numbers by strategy, in the study's order; strategies without any are left out. */
    static Map<String, Sample> samples(StudyResults study, Measure measure) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (StudyResults.Run run : study.runs()) {
            measure.of(run).ifPresent(value -> values.computeIfAbsent(run.strategy(), name -> new ArrayList<>())
                    .add(value));
        }
        Map<String, Sample> samples = new LinkedHashMap<>();
        values.forEach((strategy, numbers) -> samples.put(strategy, new Sample(numbers)));
        return samples;
    }

    /** All pairs among samples of one value or more. */
    static List<Comparison> between(Measure measure, Map<String, Sample> samples) {
        List<String> names = List.copyOf(samples.keySet());
        List<String[]> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                pairs.add(new String[] {names.get(i), names.get(j)});
            }
        }
        List<Optional<Welch>> tests = pairs.stream()
                .map(pair -> Welch.of(samples.get(pair[0]), samples.get(pair[1])))
                .toList();
        double[] p = tests.stream()
                .mapToDouble(test -> test.map(Welch::p).orElse(1.0))
                .toArray();
        double[] corrected = Holm.corrected(p);
        double[] alphas = Holm.alphas(ALPHA, p);
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            String[] pair = pairs.get(i);
            comparisons.add(comparison(
                    measure, pair, samples.get(pair[0]), samples.get(pair[1]), tests.get(i), corrected[i], alphas[i]));
        }
        return comparisons;
    }

    private static Comparison comparison(
            Measure measure,
            String[] names,
            Sample first,
            Sample second,
            Optional<Welch> test,
            double correctedP,
            double alpha) {
        Optional<Interval> interval = test.map(welch -> welch.interval(alpha));
        double difference = first.mean() - second.mean();
        double deviation = Math.sqrt((first.variance() + second.variance()) / 2);
        return new Comparison(
                measure,
                names[0],
                names[1],
                first.size(),
                second.size(),
                difference,
                interval,
                correctedP,
                EffectSize.a12(first, second),
                MannWhitneyUTest.withDefaults()
                        .test(first.array(), second.array())
                        .getPValue(),
                first.size() >= FEWEST_RUNS
                        && second.size() >= FEWEST_RUNS
                        && interval.filter(Interval::excludesZero).isPresent(),
                atLeast(SampleSize.runsPerArm(Math.abs(difference) / deviation, alpha)));
    }

    private static OptionalInt atLeast(OptionalInt runs) {
        return runs.isPresent() ? OptionalInt.of(Math.max(FEWEST_RUNS, runs.getAsInt())) : runs;
    }

    /** What may be said about the two, in one sentence. */
    public String sentence() {
        String found = String.format(
                Locale.ROOT,
                "%+.4f%s, n = %d and %d, A12 %.2f, Mann-Whitney p %.3f",
                difference,
                interval.map(Comparison::words).orElse(""),
                firstRuns,
                secondRuns,
                a12,
                mannWhitneyP);
        if (shown) {
            return first + (difference > 0 ? " above " : " below ") + second + " in " + measure.label() + " (" + found
                    + ").";
        }
        return first + " and " + second + ": no difference shown in " + measure.label() + " (" + found
                + ")"
                + (Math.min(firstRuns, secondRuns) < FEWEST_RUNS
                        ? ", fewer than " + FEWEST_RUNS + " runs on a side"
                        : "")
                + "; runs per arm that it would take: "
                + (runsPerArm.isPresent() ? "about " + runsPerArm.getAsInt() : "cannot be estimated") + ".";
    }

    /** What may be said about all pairs of one measure: differences that are shown one by one, the others in one sentence. */
    static List<String> summary(List<Comparison> comparisons) {
        List<String> sentences = new ArrayList<>(comparisons.stream()
                .filter(Comparison::shown)
                .map(Comparison::sentence)
                .toList());
        List<Comparison> open =
                comparisons.stream().filter(comparison -> !comparison.shown()).toList();
        if (!open.isEmpty()) {
            String few = open.stream().anyMatch(pair -> Math.min(pair.firstRuns(), pair.secondRuns()) < FEWEST_RUNS)
                    ? ", with fewer than " + FEWEST_RUNS + " runs on a side"
                    : "";
            String nearest = open.stream()
                    .filter(pair -> pair.runsPerArm().isPresent())
                    .min(Comparator.comparingInt(pair -> pair.runsPerArm().getAsInt()))
                    .map(pair -> "; the easiest to show, " + pair.first() + " and " + pair.second()
                            + ", would take about " + pair.runsPerArm().getAsInt() + " runs per arm")
                    .orElse("");
            sentences.add("no difference shown in " + open.get(0).measure().label() + " for " + open.size() + " of "
                    + comparisons.size() + " pairs of strategies" + few + nearest + ".");
        }
        return sentences;
    }

    private static String words(Interval interval) {
        return String.format(
                Locale.ROOT,
                ", corrected %.2f %% interval %+.4f to %+.4f",
                100 * interval.confidence(),
                interval.low(),
                interval.high());
    }
}

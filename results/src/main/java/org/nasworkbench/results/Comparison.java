package org.nasworkbench.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.nasworkbench.work.Seeds;

/**
 * Two strategies side by side, and whether their runs show a difference. One rule decides, however many runs there are: a difference
 * is claimed where Student's t interval of the difference of means ({@link StudentT}), at the level that Holm's correction leaves to
 * the pair, excludes 0, which is where the corrected test rejects. All else stands beside it and decides nothing:
 *
 * <ul>
 *   <li>The bootstrap's interval, since it claims too much where strategies are equal. Of 4,000 pairs of equal strategies with 20 runs
 *       each it told apart 5 % where runs were normal, but 7 % where they were exponential and 13 % where every twentieth was an
 *       outlier; the t interval 5, 4 and 3 % (standard error 0.3 %; more in docs/statistics.md).
 *   <li>The rank test and the chance to win, since they ask another question (which of two runs is above, not by how much means
 *       differ), and since with few runs no ranks, however far apart, are rare enough: two times three runs have p 0.1 at best.
 * </ul>
 *
 * @param measure what is compared, in words
 * @param first a strategy
 * @param second the other
 * @param firstRuns its runs; one run is one number, however many final trainings are behind it
 * @param difference mean of the first less mean of the second
 * @param interval Holm-corrected interval of the difference: it excludes 0 exactly where the corrected test rejects; empty where
 *     there is nothing to judge by (one run on a side, or no variation among runs)
 * @param bootstrapInterval the one of {@link Bca} at the same level; empty below {@value Bca#FEWEST_RUNS} runs on a side
 * @param correctedP Holm-corrected probability of the t test, 1 where there is nothing to judge by
 * @param superiority the chance that a run of the first beats one of the second: A12, or the share of pairs won
 * @param correctedRankP Holm-corrected probability of the design's rank test, two-sided; exact for small samples without ties
 * @param shown whether a difference may be claimed: the interval excludes 0 and each side has at least {@value #FEWEST_RUNS} runs
 * @param runsPerArm what it would take to show a difference as large as the observed one, at the pair's corrected level, with power
 *     0.8; empty where it cannot be estimated. An observed difference is itself a guess, so this is an order of magnitude
 */
public record Comparison(
        String measure,
        Design design,
        String first,
        String second,
        int firstRuns,
        int secondRuns,
        double difference,
        Optional<Interval> interval,
        Optional<Interval> bootstrapInterval,
        double correctedP,
        double superiority,
        double correctedRankP,
        boolean shown,
        OptionalInt runsPerArm) {
    /** The chance of a false difference anywhere among the pairs that are compared in one measure. */
    public static final double ALPHA = 0.05;

    /** Below this many runs on a side no difference is claimed. */
    public static final int FEWEST_RUNS = 3;

    /** All pairs of a study's strategies that have a number, in the study's order; the resamples follow from the study's name. */
    public static List<Comparison> of(StudyResults study, Measure measure) {
        return of(study, measure, Design.INDEPENDENT, Seeds.random(0, "resampling", study.name(), measure));
    }

    /**
     * All pairs of a study's strategies that have a number, in the study's order.
     *
     * @param design {@link Design#PAIRED} pairs runs by seed, and asks that all strategies have the same seeds
     */
    public static List<Comparison> of(StudyResults study, Measure measure, Design design, RandomGenerator random) {
        return between(measure.label(), RunNumbers.of(study, measure).samples(design), design, random);
    }

    /**
     * All pairs among samples of one value or more.
     *
     * @param measure what the numbers are, in words; more is better
     * @param samples by strategy; of pairs, each in the same order
     */
    public static List<Comparison> between(
            String measure, Map<String, Sample> samples, Design design, RandomGenerator random) {
        return between(measure, samples, Pair.of(samples.keySet()), design, random);
    }

    /**
     * Each of some samples against one of them alone.
     *
     * @param baseline the name that the others are set against, among those of the samples
     */
    public static List<Comparison> against(
            String baseline, String measure, Map<String, Sample> samples, Design design, RandomGenerator random) {
        List<Pair> pairs = samples.keySet().stream()
                .filter(name -> !name.equals(baseline))
                .map(name -> new Pair(name, baseline))
                .toList();
        return between(measure, samples, pairs, design, random);
    }

    private static List<Comparison> between(
            String measure, Map<String, Sample> samples, List<Pair> pairs, Design design, RandomGenerator random) {
        List<Optional<StudentT>> tests = pairs.stream()
                .map(pair -> design.student(samples.get(pair.first()), samples.get(pair.second())))
                .toList();
        double[] p = tests.stream()
                .mapToDouble(test -> test.map(StudentT::p).orElse(1.0))
                .toArray();
        double[] rankP = pairs.stream()
                .mapToDouble(pair -> design.rankP(samples.get(pair.first()), samples.get(pair.second())))
                .toArray();
        double[] alphas = Holm.alphas(ALPHA, p);
        double[] correctedP = Holm.corrected(p);
        double[] correctedRankP = Holm.corrected(rankP);
        BootstrapIntervals bootstrap = new BootstrapIntervals(samples, design, pairs.size(), random);
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            Pair pair = pairs.get(i);
            double alpha = alphas[i];
            Sample first = samples.get(pair.first());
            Sample second = samples.get(pair.second());
            Optional<Interval> interval = tests.get(i).map(test -> test.interval(alpha));
            double difference = first.mean() - second.mean();
            comparisons.add(new Comparison(
                    measure,
                    design,
                    pair.first(),
                    pair.second(),
                    first.size(),
                    second.size(),
                    difference,
                    interval,
                    tests.get(i).flatMap(test -> bootstrap.of(pair, test, alpha)),
                    correctedP[i],
                    design.superiority(first, second),
                    correctedRankP[i],
                    Math.min(first.size(), second.size()) >= FEWEST_RUNS
                            && interval.filter(Interval::excludesZero).isPresent(),
                    SampleSize.runs(
                            design, Math.abs(difference) / design.deviation(first, second), alpha, SampleSize.POWER)));
        }
        return comparisons;
    }

    /** What may be said about the two, in one sentence. */
    public String sentence() {
        String found = String.format(
                Locale.ROOT,
                "%+.4f%s%s, %s, %s %.2f, %s p %.3f",
                difference,
                interval.map(t -> ", corrected " + words(t)).orElse(""),
                bootstrapInterval.map(bca -> ", BCa" + ends(bca)).orElse(""),
                design == Design.PAIRED ? "n = " + firstRuns + " pairs" : "n = " + firstRuns + " and " + secondRuns,
                design.superiorityName(),
                superiority,
                design.rankTest(),
                correctedRankP);
        if (shown) {
            return first + (difference > 0 ? " above " : " below ") + second + " in " + measure + " (" + found + ").";
        }
        return first + " and " + second + ": no difference shown in " + measure + " (" + found + ")"
                + (hasFewRuns() ? ", fewer than " + FEWEST_RUNS + " runs on a side" : "")
                + "; runs per arm that it would take: "
                + (runsPerArm.isPresent() ? "about " + runsPerArm.getAsInt() : "cannot be estimated") + ".";
    }

    /** Whether a side has too few runs for any claim. */
    public boolean hasFewRuns() {
        return Math.min(firstRuns, secondRuns) < FEWEST_RUNS;
    }

    private static String words(Interval interval) {
        return String.format(Locale.ROOT, "%.2f %% interval", 100 * interval.confidence()) + ends(interval);
    }

    private static String ends(Interval interval) {
        return String.format(Locale.ROOT, " %+.4f to %+.4f", interval.low(), interval.high());
    }
}

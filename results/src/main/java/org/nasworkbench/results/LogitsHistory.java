package org.nasworkbench.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.nasworkbench.results.StudyResults.Trace;

/**
 * How the architecture logits of a run's supernet developed, epoch by epoch, as the run traced it. Epochs are counted from 1, blocks
 * from 0. A number that was not traced is NaN.
 *
 * @param series numbers by epoch, the first at index 0, by the name of their series
 * @param epochs how many there are
 */
public record LogitsHistory(RunKey run, Map<String, double[]> series, int epochs) {
    /** Mean probability of skipping over the blocks. */
    public static final String SKIP_SHARE = "skip-share";
    /** Mean entropy over the blocks, in nats. */
    public static final String ENTROPY = "entropy";
    /** Mean norm of the logits' gradient; not traced in epochs of warm-up. */
    public static final String GRADIENT_NORM = "logits-gradient-norm";
    /** Temperature of the Gumbel-softmax. */
    public static final String TEMPERATURE = "temperature";
    /** What the searched blocks are expected to take, as a share of the latency target. */
    public static final String LATENCY = "expected-latency-ratio";

    private static final String COLLAPSED = "collapsed";
    private static final Pattern OF_BLOCK = Pattern.compile("(?:entropy|skip-share|probability)-block(\\d+)(?:-(.+))?");

    /** All of a study, in the order of its runs: those of supernets whose logits learn. */
    public static List<LogitsHistory> of(StudyResults results) {
        Map<RunKey, List<Trace>> byRun = new LinkedHashMap<>();
        results.runs().forEach(run -> byRun.put(run.key(), new ArrayList<>()));
        results.traces().forEach(trace -> byRun.computeIfAbsent(
                        new RunKey(trace.strategy(), trace.seed()), run -> new ArrayList<>())
                .add(trace));
        return byRun.entrySet().stream()
                .filter(run ->
                        run.getValue().stream().anyMatch(trace -> trace.series().equals(COLLAPSED)))
                .map(run -> of(run.getKey(), run.getValue()))
                .toList();
    }

    /** Of each strategy the first run. */
    public static List<LogitsHistory> first(StudyResults results) {
        Map<String, LogitsHistory> first = new LinkedHashMap<>();
        of(results).forEach(history -> first.putIfAbsent(history.run().strategy(), history));
        return List.copyOf(first.values());
    }

    /** Whether a series is about a single block. */
    public static boolean isOfBlock(String series) {
        return OF_BLOCK.matcher(series).matches();
    }

    private static LogitsHistory of(RunKey run, List<Trace> traces) {
        int epochs = 1 + traces.stream().mapToInt(Trace::step).max().orElse(-1);
        Map<String, double[]> series = new LinkedHashMap<>();
        for (Trace trace : traces) {
            series.computeIfAbsent(trace.series(), name -> nothing(epochs))[trace.step()] = trace.value();
        }
        return new LogitsHistory(run, series, epochs);
    }

    private static double[] nothing(int epochs) {
        double[] nothing = new double[epochs];
        Arrays.fill(nothing, Double.NaN);
        return nothing;
    }

    /** A series by epoch. */
    public double[] of(String name) {
        return series.getOrDefault(name, nothing(epochs));
    }

    /** How many blocks were traced. */
    public int blocks() {
        return 1
                + series.keySet().stream()
                        .map(OF_BLOCK::matcher)
                        .filter(Matcher::matches)
                        .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                        .max()
                        .orElse(-1);
    }

    /** The options' names in the order of the record, skip last; none where probabilities were not traced. */
    public List<String> options() {
        Set<String> options = new LinkedHashSet<>();
        for (String name : series.keySet()) {
            Matcher matcher = OF_BLOCK.matcher(name);
            if (matcher.matches() && matcher.group(2) != null) {
                options.add(matcher.group(2));
            }
        }
        if (options.remove("skip")) {
            options.add("skip");
        }
        return List.copyOf(options);
    }

    /** A series of each block, such as the {@link #ENTROPY}: [blocks][epochs]. */
    public double[][] byBlock(String name) {
        return IntStream.range(0, blocks())
                .mapToObj(block -> of(name + "-block" + block))
                .toArray(double[][]::new);
    }

    /** The probabilities of a block's options: [options][epochs]. */
    public double[][] probabilities(int block) {
        return options().stream()
                .map(option -> of("probability-block" + block + "-" + option))
                .toArray(double[][]::new);
    }

    /** After which epoch at least half of the blocks for the first time rather skipped than not. */
    public OptionalInt alarm() {
        double[] collapsed = of(COLLAPSED);
        return IntStream.range(0, epochs)
                .filter(e -> collapsed[e] > 0)
                .map(e -> e + 1)
                .findFirst();
    }

    /** How many blocks rather skip than not after the last epoch. */
    public long skipping() {
        return Arrays.stream(byBlock(SKIP_SHARE))
                .filter(share -> share[epochs - 1] > 0.5)
                .count();
    }

    /** How many epochs there were before the logits began to learn. */
    public int warmup() {
        double[] norm = of(GRADIENT_NORM);
        return IntStream.range(0, epochs)
                .filter(e -> !Double.isNaN(norm[e]))
                .findFirst()
                .orElse(epochs);
    }
}

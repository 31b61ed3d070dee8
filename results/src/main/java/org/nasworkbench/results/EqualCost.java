package org.nasworkbench.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The best value that each run had found when all had spent the same.
 *
 * @param values of the strategies all of whose runs had found something by then and went on until then
 * @param leftOut the other strategies: to leave out some of a strategy's runs would be to choose among them. Random sampling, which
 *     chooses nothing and so has no best value, is in neither
 */
public record EqualCost(Incumbent.Axis axis, double spent, RunNumbers values, List<String> leftOut) {
    public EqualCost {
        leftOut = List.copyOf(leftOut);
    }

    /** A study when each run had spent this. */
    public static EqualCost of(StudyResults study, Incumbent.Axis axis, double spent) {
        return of(study, axis, spent, Incumbent.byRun(study, axis));
    }

    /** A study when the first run ended, of the searches all of whose runs found something. */
    public static EqualCost ofFirstEnd(StudyResults study, Incumbent.Axis axis) {
        Map<RunKey, Incumbent> curves = Incumbent.byRun(study, axis);
        Set<String> without = searches(study).stream()
                .filter(run -> curve(curves, run).steps().isEmpty())
                .map(StudyResults.Run::strategy)
                .collect(Collectors.toSet());
        double end = searches(study).stream()
                .filter(run -> !without.contains(run.strategy()))
                .mapToDouble(run -> curve(curves, run).end())
                .min()
                .orElse(0);
        return of(study, axis, end, curves);
    }

    /** All pairs of strategies, judged as {@link Comparison} says. */
    public List<Comparison> comparisons(Design design, RandomGenerator random) {
        return Comparison.between(measure(), values.samples(design), design, random);
    }

    /** What is compared, in words. */
    public String measure() {
        return String.format(Locale.ROOT, "best value at %,.1f %s", spent, axis.label());
    }

    private static EqualCost of(StudyResults study, Incumbent.Axis axis, double spent, Map<RunKey, Incumbent> curves) {
        List<StudyResults.Run> searches = searches(study);
        List<String> leftOut = searches.stream()
                .filter(run -> curve(curves, run).at(spent).isEmpty())
                .map(StudyResults.Run::strategy)
                .distinct()
                .toList();
        List<StudyResults.Run> compared = new ArrayList<>(searches);
        compared.removeIf(run -> leftOut.contains(run.strategy()));
        return new EqualCost(
                axis, spent, RunNumbers.of(compared, run -> curve(curves, run).at(spent)), leftOut);
    }

    private static List<StudyResults.Run> searches(StudyResults study) {
        return study.runs().stream().filter(StudyResults.Run::searches).toList();
    }

    private static Incumbent curve(Map<RunKey, Incumbent> curves, StudyResults.Run run) {
        return curves.getOrDefault(run.key(), Incumbent.NOTHING);
    }
}

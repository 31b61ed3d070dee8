package org.nasworkbench.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nasworkbench.work.Seeds;

/**
 * What a study's runs show of its strategies in one measure: a comparison of every pair, corrected within the measure.
 *
 * @param measure in words
 * @param comparisons of all pairs, at least one
 * @param note what limits them, a sentence; may be empty
 */
public record Verdicts(String measure, List<Comparison> comparisons, String note) {
    public Verdicts {
        comparisons = List.copyOf(comparisons);
    }

    /**
     * Every measure in which a study has two strategies or more: the final score, the search score, the best value at equal cost
     * and the hypervolume of fronts.
     */
    public static List<Verdicts> of(StudyResults study) {
        List<Verdicts> all = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            of(study, measure).ifPresent(all::add);
        }
        equalCost(study).ifPresent(all::add);
        hypervolume(study).ifPresent(all::add);
        return all;
    }

    /** The first measure of a run's worth that the study has for two strategies or more. */
    public static Optional<Verdicts> first(StudyResults study) {
        for (Measure measure : Measure.values()) {
            Optional<Verdicts> verdicts = of(study, measure);
            if (verdicts.isPresent()) {
                return verdicts;
            }
        }
        return Optional.empty();
    }

    private static Optional<Verdicts> of(StudyResults study, Measure measure) {
        String note = measure == Measure.FINAL_SCORE
                ? String.join(" ", FinalStarts.of(study).sentences())
                : "";
        return some(measure.label(), Comparison.of(study, measure), note);
    }

    private static Optional<Verdicts> equalCost(StudyResults study) {
        EqualCost cost = EqualCost.ofFirstEnd(study, Incumbent.Axis.of(study));
        String leftOut = cost.leftOut().isEmpty()
                ? ""
                : " Left out, since one of their runs had nothing of full length by then: "
                        + String.join(", ", cost.leftOut()) + ".";
        return some(
                cost.measure(),
                cost.comparisons(Design.INDEPENDENT, Seeds.random(0, "resampling", study.name(), "equal cost")),
                "Where the first run of any search ended." + leftOut);
    }

    private static Optional<Verdicts> hypervolume(StudyResults study) {
        Optional<StudyFronts> fronts = StudyFronts.of(study);
        if (fronts.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Sample> searches = new LinkedHashMap<>();
        study.runs().stream()
                .filter(StudyResults.Run::searches)
                .map(StudyResults.Run::strategy)
                .distinct()
                .filter(fronts.get().byStrategy()::containsKey)
                .forEach(strategy -> searches.put(strategy, fronts.get().hypervolumes(strategy)));
        return some(
                "hypervolume",
                Comparison.between(
                        "hypervolume",
                        searches,
                        Design.INDEPENDENT,
                        Seeds.random(0, "resampling", study.name(), "hypervolume")),
                "");
    }

    private static Optional<Verdicts> some(String measure, List<Comparison> comparisons, String note) {
        return comparisons.isEmpty() ? Optional.empty() : Optional.of(new Verdicts(measure, comparisons, note));
    }
}

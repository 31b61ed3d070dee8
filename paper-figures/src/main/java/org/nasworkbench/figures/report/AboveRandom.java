package org.nasworkbench.figures.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nasworkbench.results.Design;
import org.nasworkbench.results.Improvement;
import org.nasworkbench.results.Measure;
import org.nasworkbench.results.RunNumbers;
import org.nasworkbench.results.Sample;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.Run;

/** How far each search lies above networks drawn at random; nothing where the study has no random sampling. */
record AboveRandom(StudyResults results) {
    void write(Html html) {
        Optional<String> sampling = results.runs().stream()
                .filter(run -> !run.searches())
                .map(Run::strategy)
                .findFirst();
        Map<Measure, Map<String, Sample>> numbers = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            numbers.put(measure, RunNumbers.of(results, measure).samples(Design.INDEPENDENT));
        }
        numbers.values().removeIf(samples -> sampling.map(samples::get)
                .filter(random -> random.mean() > 0)
                .isEmpty());
        if (numbers.isEmpty()) {
            return;
        }
        html.element("h2", "Above random networks");
        html.element(
                "p",
                "Improvement over the mean of random sampling, relative to it, in %, with its 95 % interval (Fieller), not corrected for"
                        + " the number of searches (Yang, Esperança and Carlucci, ICLR 2020, arXiv 1912.12522). A search score is what"
                        + " the search claims for its choice, and is flattered by having been chosen; a final score is not.",
                "class",
                "note");
        table(numbers, sampling.orElseThrow()).write(html);
    }

    private Table table(Map<Measure, Map<String, Sample>> numbers, String sampling) {
        List<Measure> measures = List.copyOf(numbers.keySet());
        List<String> heads = new ArrayList<>(List.of("strategy"));
        measures.forEach(measure -> heads.add(measure.label() + " #"));
        Table table = new Table(heads.toArray(String[]::new));
        results.runs().stream()
                .filter(Run::searches)
                .map(Run::strategy)
                .distinct()
                .forEach(strategy -> {
                    List<String> row = new ArrayList<>(List.of(strategy));
                    measures.forEach(measure -> row.add(cell(
                            numbers.get(measure).get(strategy),
                            numbers.get(measure).get(sampling))));
                    table.row(row);
                });
        return table;
    }

    private static String cell(Sample search, Sample random) {
        if (search == null) {
            return "–";
        }
        Improvement improvement = Improvement.of(search, random);
        return String.format(Locale.ROOT, "%+.1f", improvement.percent())
                + improvement
                        .interval()
                        .map(t -> String.format(Locale.ROOT, " (%+.1f to %+.1f)", t.low(), t.high()))
                        .orElse("");
    }
}

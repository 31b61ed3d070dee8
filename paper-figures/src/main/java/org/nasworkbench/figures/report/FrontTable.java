package org.nasworkbench.figures.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nasworkbench.figures.Numbers;
import org.nasworkbench.results.Attainment;
import org.nasworkbench.results.ParetoFront;
import org.nasworkbench.results.Sample;
import org.nasworkbench.results.StudyFronts;
import org.nasworkbench.results.StudyResults;

/** What each strategy's runs found in score and latency at once; nothing where no latency is known. */
record FrontTable(StudyResults results) {
    void write(Html html) {
        Optional<StudyFronts> fronts = StudyFronts.of(results);
        if (fronts.isEmpty()) {
            return;
        }
        ParetoFront.Point reference = fronts.get().reference();
        double within = within(fronts.get());
        html.element("h2", "Score and latency at once");
        html.element(
                "p",
                "Hypervolume: the area that a run's front dominates, in score × ms, from the lowest score and the highest latency of"
                        + " any full training of the study ("
                        + Numbers.fixed(reference.quality(), 3) + ", " + Numbers.fixed(reference.latencyMillis(), 2)
                        + " ms); mean and least to most over runs. Attained: the best score that at least half of the runs, or all of"
                        + " them, reach with at most " + Numbers.fixed(within, 2) + " ms"
                        + (hasTarget() ? ", the latency target" : ", the middle of the study's fronts")
                        + ". Latency is predicted; more trials dominate more.",
                "class",
                "note");
        Table table = new Table("strategy", "runs #", "hypervolume #", "attained by half #", "attained by all #");
        fronts.get()
                .byStrategy()
                .forEach((strategy, attainment) -> table.row(row(fronts.get(), strategy, attainment, within)));
        table.write(html);
    }

    private static List<String> row(StudyFronts fronts, String strategy, Attainment attainment, double within) {
        int runs = attainment.fronts().size();
        Sample hypervolumes = fronts.hypervolumes(strategy);
        return List.of(
                strategy,
                String.format(Locale.ROOT, "%,d", runs),
                Spread.of(hypervolumes.values().stream().mapToDouble(v -> v)).text(4),
                StrategyTable.number(fronts.attained(strategy, (runs + 1) / 2, within), 3),
                StrategyTable.number(fronts.attained(strategy, runs, within), 3));
    }

    /** The latency target, or the median latency of what the strategies' runs attain by half. */
    private double within(StudyFronts fronts) {
        if (hasTarget()) {
            return results.targetMillis();
        }
        double[] latencies = fronts.byStrategy().values().stream()
                .flatMap(attainment -> attainment.median().points().stream())
                .mapToDouble(ParetoFront.Point::latencyMillis)
                .sorted()
                .toArray();
        return latencies.length == 0 ? fronts.reference().latencyMillis() : latencies[latencies.length / 2];
    }

    private boolean hasTarget() {
        return results.targetMillis() > 0 && Double.isFinite(results.targetMillis());
    }
}

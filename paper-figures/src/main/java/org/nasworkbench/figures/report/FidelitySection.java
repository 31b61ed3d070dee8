package org.nasworkbench.figures.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nasworkbench.figures.Numbers;
import org.nasworkbench.results.Fidelity;
import org.nasworkbench.results.LogitsHistory;
import org.nasworkbench.results.Proportion;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.Charge;
import org.nasworkbench.results.StudyResults.Run;

/** Whether the rankings by shared weights can be believed: a verdict a run, its numbers, and what it cost to know. */
record FidelitySection(StudyResults results) {
    private static final double ALPHA = 0.05;
    private static final String SHARED_WEIGHTS = "shared-weights";
    private static final String FIDELITY = "fidelity";

    void write(Html html) {
        List<Run> sharing = results.runs().stream()
                .filter(run -> seconds(run.key(), SHARED_WEIGHTS) > 0)
                .toList();
        if (sharing.isEmpty()) {
            return;
        }
        List<Fidelity> last = Fidelity.last(results);
        Set<RunKey> checked = last.stream().map(Fidelity::run).collect(Collectors.toSet());
        html.element("h2", "Can the supernets’ rankings be believed?").open("ul");
        last.forEach(fidelity -> html.element("li", fidelity.run() + ": " + fidelity.sentence()));
        sharing.stream()
                .filter(run -> !checked.contains(run.key()))
                .forEach(run -> html.element("li", run.key() + ": ranking not checked" + why()));
        html.close();
        LogitsHistory.of(results).stream()
                .filter(history -> history.alarm().isPresent())
                .forEach(history -> html.element(
                        "p",
                        history.run() + ": COLLAPSE ALARM after epoch "
                                + history.alarm().getAsInt() + " of " + history.epochs()
                                + " – its logits went to skips, see the figure supernet-health."));
        if (last.isEmpty()) {
            return;
        }
        html.element(
                "p",
                "Of the same networks, from all over the latency range, scores by shared weights against scores after"
                        + " stand-alone training; one training a network. Recall: how many of the best by stand-alone training are"
                        + " among as many best by shared weights; chance alone recalls "
                        + Numbers.plain(100.0 / last.get(0).rows().size(), 1)
                        + " of the best 10. In brackets 95 %"
                        + " intervals. With statistics taken anew for each network, and as training left them.",
                "class",
                "note");
        table().write(html);
        html.element("p", "What it cost to know, beside the searches’ own cost, in no budget:", "class", "note");
        costs(sharing).write(html);
    }

    private String why() {
        return "0".equals(results.facts().get(FIDELITY)) ? ", since fidelity.genotypes is 0" : " (yet)";
    }

    private Table table() {
        Table table = new Table(
                "run",
                "epoch #",
                "statistics",
                "Kendall’s τ #",
                "Spearman’s ρ #",
                "best 5 #",
                "best 10 #",
                "networks #");
        for (Fidelity fidelity : Fidelity.of(results)) {
            table.row(
                    fidelity.run().toString(),
                    Integer.toString(fidelity.epoch()),
                    fidelity.recalibrated() ? "anew" : "as left",
                    fidelity.correlation().map(found -> found.kendallText(2)).orElse("–"),
                    fidelity.correlation().map(found -> found.spearmanText(2)).orElse("–"),
                    recall(fidelity, 5),
                    recall(fidelity, 10),
                    Integer.toString(fidelity.rows().size()));
        }
        return table;
    }

    private static String recall(Fidelity fidelity, int k) {
        if (fidelity.rows().size() <= k) {
            return "–";
        }
        Proportion recall = fidelity.recall(k);
        return recall.count() + " (" + Numbers.plain(k * recall.interval(ALPHA).low(), 1) + " to "
                + Numbers.plain(k * recall.interval(ALPHA).high(), 1) + ")";
    }

    private Table costs(List<Run> sharing) {
        Table table = new Table("run", "search, device-seconds #", "scores by its weights, device-seconds #");
        sharing.forEach(run -> table.row(
                run.key().toString(),
                Numbers.rounded(run.deviceSeconds()),
                Numbers.rounded(seconds(run.key(), FIDELITY))));
        double shared = results.charges().stream()
                .filter(charge -> charge.strategy().isEmpty())
                .filter(charge -> charge.category().equals(FIDELITY))
                .mapToDouble(Charge::deviceSeconds)
                .sum();
        return table.row("stand-alone trainings, once for all", "–", Numbers.rounded(shared));
    }

    private double seconds(RunKey run, String category) {
        return results.charges().stream()
                .filter(charge -> new RunKey(charge.strategy(), charge.seed()).equals(run))
                .filter(charge -> charge.category().equals(category))
                .mapToDouble(Charge::deviceSeconds)
                .sum();
    }
}

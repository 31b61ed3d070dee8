package org.nasworkbench.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How well a run's shared weights rank networks, held against stand-alone trainings of the same networks.
 *
 * @param epoch after so many epochs of the shared weights
 * @param recalibrated whether batch norms took their statistics anew for each network
 * @param rows networks whose stand-alone training gave a score
 */
public record Fidelity(RunKey run, int epoch, boolean recalibrated, List<Row> rows) {
    public Fidelity {
        rows = List.copyOf(rows);
    }

    /**
     * A network.
     *
     * @param shared its score by shared weights
     * @param standAlone its score after a training of its own
     */
    public record Row(double latencyMillis, double shared, double standAlone) {}

    /** What a ranking is worth. */
    public enum Verdict {
        /** Good networks tend to be ranked above bad ones. */
        AGREES("the supernet's ranking agrees with stand-alone training"),
        /** Good networks tend to be ranked below bad ones. */
        CONTRADICTS("the supernet's ranking contradicts stand-alone training"),
        /** It may be no better than chance. */
        NOT_SHOWN("no agreement shown"),
        /** All networks score the same, or too few were there. */
        NOT_TOLD("the ranking could not be judged");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** In words. */
        public String words() {
            return words;
        }
    }

    /** All of a study: by run in the study's order, then without and with statistics taken anew, then by epoch. */
    public static List<Fidelity> of(StudyResults results) {
        Map<List<Object>, List<StudyResults.FidelityRow>> groups = new LinkedHashMap<>();
        results.fidelity().stream()
                .filter(row -> row.standAloneScore().isPresent())
                .forEach(row -> groups.computeIfAbsent(
                                List.of(row.run(), row.epoch(), row.recalibrated()), key -> new ArrayList<>())
                        .add(row));
        List<RunKey> order = results.runs().stream().map(StudyResults.Run::key).toList();
        return groups.values().stream()
                .map(Fidelity::of)
                .sorted(Comparator.comparingInt((Fidelity fidelity) -> order.indexOf(fidelity.run()))
                        .thenComparing(Fidelity::recalibrated)
                        .thenComparing(Fidelity::epoch))
                .toList();
    }

    /** What each run's ranking is judged by: the last epoch, statistics taken anew. */
    public static List<Fidelity> last(StudyResults results) {
        Map<RunKey, Fidelity> last = new LinkedHashMap<>();
        of(results).stream().filter(Fidelity::recalibrated).forEach(fidelity -> last.put(fidelity.run(), fidelity));
        return List.copyOf(last.values());
    }

    private static Fidelity of(List<StudyResults.FidelityRow> rows) {
        StudyResults.FidelityRow first = rows.get(0);
        return new Fidelity(
                first.run(),
                first.epoch(),
                first.recalibrated(),
                rows.stream()
                        .map(row -> new Row(
                                row.latencyMillis(),
                                row.sharedScore(),
                                row.standAloneScore().getAsDouble()))
                        .toList());
    }

    /** The rank correlation; empty for fewer than two networks, or where all score the same. */
    public Optional<RankCorrelation> correlation() {
        double[] shared = rows.stream().mapToDouble(Row::shared).toArray();
        double[] standAlone = rows.stream().mapToDouble(Row::standAlone).toArray();
        return RankCorrelation.told(shared, standAlone);
    }

    /**
     * How many of the k best networks are among the k best by shared weights. A network that ties with one outside counts as outside,
     * so that weights that tell nothing apart recall nothing; chance alone recalls k of n of them.
     *
     * @param k at least 1, at most the number of networks
     */
    public Proportion recall(int k) {
        List<Row> best = rows.stream()
                .sorted(Comparator.comparingDouble(Row::standAlone).reversed())
                .limit(k)
                .toList();
        long recalled = best.stream()
                .filter(row -> rows.stream()
                                .filter(other -> other.shared() >= row.shared())
                                .count()
                        <= k)
                .count();
        return new Proportion((int) recalled, k);
    }

    /** What may be said. */
    public Verdict verdict() {
        Optional<Interval> interval = correlation().flatMap(RankCorrelation::kendallInterval);
        if (interval.isEmpty()) {
            boolean whole =
                    rows.size() >= RankCorrelation.FEWEST && correlation().isPresent();
            double tau = whole ? correlation().get().kendall() : 0;
            return !whole ? Verdict.NOT_TOLD : tau > 0 ? Verdict.AGREES : Verdict.CONTRADICTS;
        }
        if (!interval.get().excludesZero()) {
            return Verdict.NOT_SHOWN;
        }
        return interval.get().low() > 0 ? Verdict.AGREES : Verdict.CONTRADICTS;
    }

    /** The verdict with its numbers: {@code no agreement shown: tau 0.10 (-0.15 to 0.34), n = 30}. */
    public String sentence() {
        String numbers = correlation()
                .map(correlation -> "tau " + correlation.kendallText(2))
                .orElse("the networks' scores do not differ");
        return verdict().words() + ": " + numbers + ", n = " + rows.size();
    }
}

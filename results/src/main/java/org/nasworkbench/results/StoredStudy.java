package org.nasworkbench.results;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nasworkbench.work.CostCategory;

/**
 * Reads a study's record. Never writes to it, nor leaves files beside it; a study that is running can be read. An older record is
 * read as it would be after its migration, and stays as it is.
 */
public final class StoredStudy {
    /**
     * What counts as the cost of a search: everything but final trainings, judging its ranking, the latency
     * table and a device's own overhead.
     */
    public static final Set<CostCategory> SEARCH = Set.of(
            CostCategory.SEARCH_TRAINING,
            CostCategory.SEARCH_VALIDATION,
            CostCategory.SHARED_WEIGHTS,
            CostCategory.TUNING,
            CostCategory.FAILED);

    /**
     * Everything in a study's record, as of one moment.
     *
     * @throws IllegalArgumentException if there is no record, it is no study's, or one of a newer version
     * @throws StoreException if it cannot be read, or is damaged
     */
    public static StudyResults read(StoreAddress address) {
        try (Connection connection = address.snapshot()) {
            return new StoredStudy(new StoredRows(connection), address).results();
        } catch (SQLException e) {
            throw address.failure("cannot read the study's record", e);
        }
    }

    /** Rows of numbers of the trials, for those that were trained; errors as for {@link #read(StoreAddress)}. */
    public static List<TrialSeries> series(StoreAddress address) {
        try (Connection connection = address.snapshot()) {
            return new StoredRows(connection).series();
        } catch (SQLException e) {
            throw address.failure("cannot read the study's record", e);
        }
    }

    /** A text that is another one whenever something was added to the record; errors as for {@link #read(StoreAddress)}. */
    public static String mark(StoreAddress address) {
        try (Connection connection = address.snapshot()) {
            return new StoredRows(connection).mark();
        } catch (SQLException e) {
            throw address.failure("cannot read the study's record", e);
        }
    }

    /** The same for the file {@code study.db} of a run's folder. */
    public static StudyResults read(Path studyDb) {
        return read(StoreAddress.file(studyDb));
    }

    private final StoredRows rows;
    private final StudyFacts facts;
    private final int fullEpochs;
    private final Map<RunKey, Integer> takenOver;
    private final Map<RunKey, StoredRows.Outcome> ends = new HashMap<>();
    private final Map<RunKey, List<StoredRows.Work>> works;
    private final List<StudyResults.Charge> charges;
    private final Map<RunKey, List<StudyResults.Charge>> chargesOfRuns;
    private final List<StudyResults.Final> finals;
    private final Map<RunKey, List<StudyResults.Final>> finalsOfRuns;

    private StoredStudy(StoredRows rows, StoreAddress address) throws SQLException {
        this.rows = rows;
        facts = new StudyFacts(rows.facts(), address).checked();
        fullEpochs = StudyResults.fullEpochs(facts.all(), IntStream.of(rows.longestTraining()));
        takenOver = StudyResults.takenOver(facts.all());
        rows.outcomes().forEach(outcome -> ends.put(outcome.run(), outcome));
        works = groupByRun(rows.works(), StoredRows.Work::run);
        charges = rows.charges();
        chargesOfRuns = groupByRun(charges, charge -> new RunKey(charge.strategy(), charge.seed()));
        finals = rows.finals();
        finalsOfRuns = groupByRun(finals, row -> new RunKey(row.strategy(), row.seed()));
    }

    /** A run and its trials as they are told. */
    private record Told(StudyResults.Run run, List<StudyResults.TrialRow> trials) {}

    /** Trials are taken run by run: of those as they were recorded, one run's are in memory at a time. */
    private StudyResults results() throws SQLException {
        Map<RunKey, StoredRows.Run> runs = new TreeMap<>(facts.order());
        rows.runs().forEach(run -> runs.put(run.run(), run));
        Map<RunKey, Told> told = new TreeMap<>(facts.order());
        runs.values().forEach(run -> told.put(run.run(), told(run, List.of())));
        rows.trials((run, trials) -> told.computeIfPresent(run, (key, none) -> told(runs.get(run), trials)));
        return new StudyResults(
                facts.name(),
                facts.all(),
                facts.targetMillis(),
                facts.projection(),
                told.values().stream().map(Told::run).toList(),
                told.values().stream().flatMap(run -> run.trials().stream()).toList(),
                charges,
                rows.sessions(),
                finals,
                rows.traces(),
                rows.fidelity());
    }

    private Told told(StoredRows.Run run, List<StoredRows.Trial> trials) {
        StoredRows.Outcome end = ends.get(run.run());
        return new Told(
                row(run, trials, end),
                StoredTrials.rows(trials, works.getOrDefault(run.run(), List.of()), end, fullEpochs));
    }

    private StudyResults.Run row(StoredRows.Run run, List<StoredRows.Trial> trials, StoredRows.Outcome end) {
        StoredRows.Trial chosen = trials.stream()
                .filter(trial -> end != null && end.chosen().equals(OptionalDouble.of(trial.number())))
                .findFirst()
                .orElse(null);
        List<StudyResults.Final> ours = finalsOfRuns.getOrDefault(run.run(), List.of());
        List<StudyResults.Charge> spent = chargesOfRuns.getOrDefault(run.run(), List.of());
        return new StudyResults.Run(
                run.run().strategy(),
                run.type(),
                run.run().seed(),
                end == null ? "running" : end.status(),
                trials.size(),
                new HashSet<>(trials.stream().map(StoredRows.Trial::canonical).toList()).size(),
                trials.stream()
                                .filter(trial ->
                                        !trial.cached() && trial.number() >= takenOver.getOrDefault(run.run(), 0))
                                .mapToDouble(StoredRows.Trial::epochs)
                                .sum()
                        / fullEpochs,
                chosen == null ? "" : chosen.genotype(),
                end == null || chosen != null && chosen.epochs() < fullEpochs
                        ? OptionalDouble.empty()
                        : end.searchScore(),
                ours.stream().flatMapToDouble(row -> row.score().stream()).average(),
                ours.stream()
                        .flatMap(row -> row.metrics().entrySet().stream())
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.averagingDouble(Map.Entry::getValue))),
                chosen == null ? OptionalDouble.empty() : chosen.latencyMillis(),
                seconds(spent, SEARCH),
                trials.stream().mapToDouble(StoredRows.Trial::creditSeconds).sum(),
                trials.stream().mapToDouble(StoredRows.Trial::simulatedSeconds).sum(),
                seconds(spent, Set.of(CostCategory.FINAL_TRAINING)));
    }

    private static double seconds(List<StudyResults.Charge> charges, Set<CostCategory> categories) {
        return charges.stream()
                .filter(charge -> categories.contains(CostCategory.of(charge.category())))
                .mapToDouble(StudyResults.Charge::deviceSeconds)
                .sum();
    }

    private static <T> Map<RunKey, List<T>> groupByRun(List<T> rows, Function<T, RunKey> run) {
        return rows.stream().collect(Collectors.groupingBy(run));
    }
}

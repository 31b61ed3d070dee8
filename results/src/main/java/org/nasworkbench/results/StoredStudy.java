package org.nasworkbench.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nasworkbench.work.CostCategory;
import org.sqlite.SQLiteConfig;

/** Reads a study's record. Never writes to it, nor leaves files beside it; a study that is running can be read. */
public final class StoredStudy {
    /** The number of the schema that this version reads. */
    static final int SCHEMA = 2;

    /**
     * What counts as the cost of a search: everything but final trainings, judging its ranking, the latency
     * table and a device's own overhead.
     */
    private static final Set<CostCategory> SEARCH = Set.of(
            CostCategory.SEARCH_TRAINING,
            CostCategory.SEARCH_VALIDATION,
            CostCategory.SHARED_WEIGHTS,
            CostCategory.TUNING,
            CostCategory.FAILED);

    private StoredStudy() {}

    /**
     * Everything in a study's record, as of one moment.
     *
     * @param studyDb the file {@code study.db} of a run's folder
     * @throws IllegalArgumentException if there is no such file, it is no study, or one of another version
     * @throws UncheckedIOException if it cannot be read
     */
    public static StudyResults read(Path studyDb) {
        if (Files.isDirectory(studyDb)) {
            throw new IllegalArgumentException(
                    "a study's record must be a file, but was a folder (" + studyDb + "): name the study.db in it");
        }
        if (!Files.exists(studyDb)) {
            throw new IllegalArgumentException("a study's record must exist, but there is no file " + studyDb);
        }
        try (Connection connection = open(studyDb)) {
            connection.setAutoCommit(false); // one transaction: all tables as of the same moment
            return results(new StoredRows(connection), studyDb);
        } catch (SQLException e) {
            throw new UncheckedIOException(
                    "the study's record could not be read (" + studyDb + ")", new IOException(e));
        }
    }

    /**
     * A read-only connection. Even a reader would leave SQLite's write-ahead files beside the database, or fail in a folder that
     * it may not write; so where there are none, no process is working on the study, and the file is read as one that does not
     * change.
     */
    private static Connection open(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(20_000);
        boolean inUse = Files.exists(beside(file, "-wal")) || Files.exists(beside(file, "-journal"));
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath().toUri() + (inUse ? "" : "?immutable=1"));
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private static StudyResults results(StoredRows rows, Path file) throws SQLException {
        StudyFacts facts = facts(rows, file);
        List<StoredRows.Outcome> outcomes = rows.outcomes();
        Map<RunKey, StoredRows.Outcome> ends =
                outcomes.stream().collect(Collectors.toMap(StoredRows.Outcome::run, outcome -> outcome));
        Map<RunKey, List<StoredRows.Trial>> trials = groupByRun(rows.trials(), StoredRows.Trial::run);
        Map<RunKey, List<StoredRows.Work>> works = groupByRun(rows.works(), StoredRows.Work::run);
        List<StudyResults.Charge> charges = rows.charges();
        List<StudyResults.Final> finals = rows.finals();

        List<StoredRows.Run> order = rows.runs().stream()
                .sorted(Comparator.comparing(StoredRows.Run::run, facts.order()))
                .toList();
        int fullEpochs = StudyResults.fullEpochs(
                facts.all(), trials.values().stream().flatMap(List::stream).mapToInt(StoredRows.Trial::epochs));
        List<StudyResults.TrialRow> trialRows = order.stream()
                .flatMap(run -> StoredTrials.rows(
                        trials.getOrDefault(run.run(), List.of()),
                        works.getOrDefault(run.run(), List.of()),
                        ends.get(run.run()),
                        fullEpochs)
                        .stream())
                .toList();
        List<StudyResults.Run> runRows = order.stream()
                .map(run -> row(
                        run,
                        trials.getOrDefault(run.run(), List.of()),
                        ends.get(run.run()),
                        fullEpochs,
                        charges,
                        finals))
                .toList();
        return new StudyResults(
                facts.name(),
                facts.all(),
                facts.targetMillis(),
                facts.projection(),
                runRows,
                trialRows,
                charges,
                rows.sessions(),
                finals,
                rows.traces(),
                rows.fidelity());
    }

    private static StudyFacts facts(StoredRows rows, Path file) throws SQLException {
        Map<String, String> facts;
        try {
            facts = rows.facts();
        } catch (SQLException e) {
            throw new IllegalArgumentException(
                    "a study's record must be an SQLite file with a table 'study', but it has none (" + file + "): "
                            + e.getMessage(),
                    e);
        }
        return new StudyFacts(facts, file).checked(SCHEMA);
    }

    private static StudyResults.Run row(
            StoredRows.Run run,
            List<StoredRows.Trial> trials,
            StoredRows.Outcome end,
            int fullEpochs,
            List<StudyResults.Charge> charges,
            List<StudyResults.Final> finals) {
        StoredRows.Trial chosen = trials.stream()
                .filter(trial -> end != null && end.chosen().equals(OptionalDouble.of(trial.number())))
                .findFirst()
                .orElse(null);
        List<StudyResults.Final> ours = finals.stream()
                .filter(row -> run.run().is(row.strategy(), row.seed()))
                .toList();
        return new StudyResults.Run(
                run.run().strategy(),
                run.type(),
                run.run().seed(),
                end == null ? "running" : end.status(),
                trials.size(),
                new HashSet<>(trials.stream().map(StoredRows.Trial::canonical).toList()).size(),
                trials.stream()
                                .filter(trial -> !trial.cached())
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
                seconds(charges, run.run(), SEARCH),
                trials.stream().mapToDouble(StoredRows.Trial::creditSeconds).sum(),
                trials.stream().mapToDouble(StoredRows.Trial::simulatedSeconds).sum(),
                seconds(charges, run.run(), Set.of(CostCategory.FINAL_TRAINING)));
    }

    private static double seconds(List<StudyResults.Charge> charges, RunKey run, Set<CostCategory> categories) {
        return charges.stream()
                .filter(charge -> run.is(charge.strategy(), charge.seed()))
                .filter(charge -> categories.contains(CostCategory.of(charge.category())))
                .mapToDouble(StudyResults.Charge::deviceSeconds)
                .sum();
    }

    private static <T> Map<RunKey, List<T>> groupByRun(List<T> rows, Function<T, RunKey> run) {
        return rows.stream().collect(Collectors.groupingBy(run, TreeMap::new, Collectors.toList()));
    }
}

package org.nasworkbench.results;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Makes the record of a study row by row, for tests of what reads it. Time moves on by a second with each row. */
final class RecordedStudy implements AutoCloseable {
    private final Connection connection;
    private long now = 1_700_000_000_000L;
    private int charges;

    private RecordedStudy(Connection connection) {
        this.connection = connection;
    }

    /** A study with the facts that every study has. */
    static RecordedStudy at(Path file) throws SQLException, IOException {
        RecordedStudy study = new RecordedStudy(StoreAddress.file(file).forWriting());
        return study.fact("name", "small")
                .fact("task", "street-scenes")
                .fact("space", "squeezenas-small")
                .fact("target_ms", "4.0")
                .fact("strategy_order", "supernet\nevolution\nrandom")
                .fact("seeds", "2, 1");
    }

    RecordedStudy fact(String name, String value) throws SQLException {
        return insert("INSERT OR REPLACE INTO study VALUES (?, ?)", name, value);
    }

    RecordedStudy withoutFact(String name) throws SQLException {
        return insert("DELETE FROM study WHERE name = ?", name);
    }

    RecordedStudy session(int number, int devices, long startedMillis, long lastSeenMillis) throws SQLException {
        return insert("INSERT INTO session VALUES (?, ?, ?, ?, 1)", number, devices, startedMillis, lastSeenMillis);
    }

    RecordedStudy run(String strategy, long seed) throws SQLException {
        return insert("INSERT INTO run VALUES (?, ?, ?, '{}')", strategy, seed, strategy + "-type");
    }

    RecordedStudy trial(String strategy, long seed, int number, String genotype, double score, double deviceSeconds)
            throws SQLException {
        return trial(strategy, seed, number, genotype, 4, score, deviceSeconds);
    }

    RecordedStudy trial(
            String strategy, long seed, int number, String genotype, int epochs, double score, double deviceSeconds)
            throws SQLException {
        return insert(
                "INSERT INTO trial VALUES (?, ?, ?, ?, ?, ?, 'scored', ?, ?, 3.5, ?, 0, 2.5, 0, NULL, NULL, 7.5, ?)",
                strategy,
                seed,
                number,
                genotype,
                genotype,
                epochs,
                score,
                score,
                deviceSeconds,
                now += 1000);
    }

    RecordedStudy cachedTrial(String strategy, long seed, int number, String genotype, double score, double credit)
            throws SQLException {
        return insert(
                "INSERT INTO trial VALUES (?, ?, ?, ?, ?, 4, 'scored', ?, ?, 3.5, 0, ?, 0, 1, NULL, NULL, 7.5, ?)",
                strategy,
                seed,
                number,
                genotype,
                genotype,
                score,
                score,
                credit,
                now += 1000);
    }

    RecordedStudy failedTrial(String strategy, long seed, int number, String genotype, double deviceSeconds)
            throws SQLException {
        return insert(
                "INSERT INTO trial VALUES (?, ?, ?, ?, ?, 4, 'failed', NULL, NULL, 3.5, ?, 0, 0, 0, 'DIVERGED', 'x', 0, ?)",
                strategy,
                seed,
                number,
                genotype,
                genotype,
                deviceSeconds,
                now += 1000);
    }

    RecordedStudy work(String strategy, long seed, String name, double deviceSeconds) throws SQLException {
        return insert(
                "INSERT INTO work VALUES (?, ?, ?, x'00', ?, ?)", strategy, seed, name, deviceSeconds, now += 1000);
    }

    RecordedStudy outcome(String strategy, long seed, Integer chosen, Double searchScore, String front)
            throws SQLException {
        return insert(
                "INSERT INTO outcome VALUES (?, ?, ?, ?, ?, ?, NULL, ?)",
                strategy,
                seed,
                chosen == null ? "failed" : "done",
                chosen,
                searchScore,
                front,
                now += 1000);
    }

    RecordedStudy finalTraining(String strategy, long seed, long finalSeed, Double testMiou) throws SQLException {
        return insert(
                "INSERT INTO final VALUES (?, ?, ?, 'a | b', ?, ?, 60, ?, NULL, ?)",
                strategy,
                seed,
                finalSeed,
                testMiou == null ? "failed" : "scored",
                testMiou,
                testMiou == null ? null : 5_000_000_000L,
                now += 1000);
    }

    /** One that started from shared weights. */
    RecordedStudy inheritedTraining(String strategy, long seed, long finalSeed, Double testMiou) throws SQLException {
        return finalTraining(strategy, seed, finalSeed, testMiou)
                .insert("INSERT INTO inherited_final VALUES (?, ?, ?)", strategy, seed, finalSeed);
    }

    /** A charge in session 1 on device 0. */
    RecordedStudy charge(String strategy, Long seed, String category, double deviceSeconds) throws SQLException {
        return insert(
                "INSERT INTO charge VALUES (1, 0, ?, ?, ?, ?, ?, NULL)",
                charges++,
                strategy,
                seed,
                category,
                deviceSeconds);
    }

    RecordedStudy trace(String strategy, long seed, String series, int step, double value) throws SQLException {
        return insert("INSERT INTO trace VALUES (?, ?, ?, ?, ?)", strategy, seed, series, step, value);
    }

    private RecordedStudy insert(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
        return this;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Two strategies, one with shared weights, and a third that is still running. */
    static void small(Path file) throws SQLException, IOException {
        try (RecordedStudy study = at(file)) {
            study.session(1, 2, 0, 100_000)
                    .session(2, 1, 200_000, 300_000)
                    .run("evolution", 1)
                    .run("evolution", 2)
                    .run("supernet", 1)
                    .run("random", 5_000_000_000L)
                    .trial("evolution", 1, 0, "a | b", 0.4, 10.25)
                    .trial("evolution", 1, 1, "a \"x\", b", 0.1 + 0.2, 10)
                    .cachedTrial("evolution", 1, 2, "a | b", 0.4, 10.25)
                    .failedTrial("evolution", 1, 3, "c", 1.5)
                    .outcome("evolution", 1, 0, 0.4, "0 1")
                    .failedTrial("evolution", 2, 0, "c", 2)
                    .outcome("evolution", 2, null, null, "")
                    .trial("supernet", 1, 0, "d", 0.2, 5)
                    .work("supernet", 1, "weights", 40)
                    .trial("supernet", 1, 1, "e", 0.5, 5)
                    .outcome("supernet", 1, 1, 0.5, "1")
                    .finalTraining("evolution", 1, 1, 0.6)
                    .finalTraining("evolution", 1, 2, 0.7)
                    .finalTraining("evolution", 1, 3, null)
                    .charge(null, null, "latency-profiling", 30)
                    .charge(null, null, "idle", 8.25)
                    .charge("evolution", 1L, "search-training", 15.25)
                    .charge("evolution", 1L, "search-training", 4)
                    .charge("evolution", 1L, "search-validation", 1)
                    .charge("evolution", 1L, "failed", 1.5)
                    .charge("evolution", 1L, "engine", 7)
                    .charge("evolution", 1L, "final-training", 180)
                    .charge("evolution", 2L, "failed", 2)
                    .charge("supernet", 1L, "shared-weights", 40)
                    .charge("supernet", 1L, "search-training", 10)
                    .trace("supernet", 1, "entropy", 0, 2.5)
                    .trace("supernet", 1, "entropy", 1, 0.1 + 0.2);
        }
    }
}

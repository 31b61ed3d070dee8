package org.nasworkbench.results;

import java.util.List;
import java.util.Optional;
import org.nasworkbench.work.CostCategory;

/** The processes that worked on a study, and the account of those that were cut off. */
final class Sessions {
    private final Database database;

    Sessions(Database database) {
        this.database = database;
    }

    private record Cut(int session, int devices, long startedMillis, long lastSeenMillis) {}

    private record Flight(int sequence, Optional<RunKey> run, long startedMillis, String title) {}

    int begin(int devices, long nowMillis) {
        int[] session = new int[1];
        database.atomically(() -> {
            database.query(
                            row -> new Cut(row.getInt(1), row.getInt(2), row.getLong(3), row.getLong(4)),
                            "SELECT session, devices, started_ms, last_seen_ms FROM session WHERE ended = 0")
                    .forEach(this::settle);
            session[0] = 1
                    + database.query(row -> row.getInt(1), "SELECT count(*) FROM session")
                            .get(0);
            database.update("INSERT INTO session VALUES (?, ?, ?, ?, 0)", session[0], devices, nowMillis, nowMillis);
        });
        return session[0];
    }

    /** Never takes back a later sign of life nor an end. */
    void seen(int session, long nowMillis, boolean ended) {
        database.update(
                "UPDATE session SET last_seen_ms = CASE WHEN last_seen_ms < ? THEN ? ELSE last_seen_ms END,"
                        + " ended = CASE WHEN ended < ? THEN 1 ELSE ended END WHERE session = ?",
                nowMillis,
                nowMillis,
                ended ? 1 : 0,
                session);
    }

    void charge(LedgerEntry entry) {
        database.update(
                "INSERT INTO charge VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                entry.session(),
                entry.device(),
                entry.sequence(),
                entry.run().map(RunKey::strategy).orElse(null),
                entry.run().map(RunKey::seed).orElse(null),
                entry.category().label(),
                entry.deviceSeconds(),
                entry.note());
    }

    /** Charges what a session that was cut off left open: work in flight as failed, the rest as idle. */
    private void settle(Cut cut) {
        long lastSeenMillis = lastSeenMillis(cut);
        for (int device = 0; device < cut.devices(); device++) {
            double open = (lastSeenMillis - cut.startedMillis()) / 1e3 - charged(cut.session(), device);
            int next = nextSequence(cut.session(), device);
            for (Flight flight : flights(cut.session(), device)) {
                double seconds = Math.max(0, Math.min(open, (lastSeenMillis - flight.startedMillis()) / 1e3));
                charge(new LedgerEntry(
                        cut.session(),
                        device,
                        flight.sequence(),
                        flight.run(),
                        CostCategory.FAILED,
                        seconds,
                        "cut off: " + flight.title()));
                open -= seconds;
            }
            if (open > 0) {
                charge(new LedgerEntry(
                        cut.session(), device, next, Optional.empty(), CostCategory.IDLE, open, "until cut off"));
            }
        }
        seen(cut.session(), lastSeenMillis, true);
    }

    /** A charge and a beginning are signs of life, too, and may be later than the last one noted. */
    private long lastSeenMillis(Cut cut) {
        long last = cut.lastSeenMillis();
        for (int device = 0; device < cut.devices(); device++) {
            last = Math.max(last, cut.startedMillis() + (long) Math.ceil(1e3 * charged(cut.session(), device)));
            for (Flight flight : flights(cut.session(), device)) {
                last = Math.max(last, flight.startedMillis());
            }
        }
        return last;
    }

    private double charged(int session, int device) {
        return database.query(
                        row -> row.getDouble(1),
                        "SELECT coalesce(sum(device_s), 0.0) FROM charge WHERE session = ? AND device = ?",
                        session,
                        device)
                .get(0);
    }

    private int nextSequence(int session, int device) {
        return database.query(
                        row -> row.getInt(1),
                        "SELECT coalesce(max(sequence), 0) + 1 FROM"
                                + " (SELECT sequence FROM charge WHERE session = ? AND device = ? UNION ALL"
                                + " SELECT sequence FROM attempt WHERE session = ? AND device = ?) AS known",
                        session,
                        device,
                        session,
                        device)
                .get(0);
    }

    private List<Flight> flights(int session, int device) {
        return database.query(
                row -> new Flight(
                        row.getInt(1), run(row.getString(2), row.getLong(3)), row.getLong(4), row.getString(5)),
                "SELECT a.sequence, a.strategy, a.seed, a.started_ms, a.title FROM attempt a"
                        + " LEFT JOIN charge c ON c.session = a.session AND c.device = a.device AND c.sequence = a.sequence"
                        + " WHERE a.session = ? AND a.device = ? AND c.sequence IS NULL",
                session,
                device);
    }

    private static Optional<RunKey> run(String strategy, long seed) {
        return strategy == null ? Optional.empty() : Optional.of(new RunKey(strategy, seed));
    }
}

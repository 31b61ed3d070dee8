package org.nasworkbench.results;

/**
 * The moments at which trials and a strategy's own work were finished. What a trial had cost until then is told by their order, so that a
 * clock that was set back between two sessions must not turn it round.
 */
final class Moments {
    private long latestMillis;

    Moments(Database database) {
        latestMillis = database.query(row -> row.getLong(1), "SELECT coalesce(max(finished_ms), 0) FROM work")
                .get(0);
    }

    /** A moment that is not before an earlier one. */
    synchronized long notBefore(long nowMillis) {
        latestMillis = Math.max(latestMillis, nowMillis);
        return latestMillis;
    }
}

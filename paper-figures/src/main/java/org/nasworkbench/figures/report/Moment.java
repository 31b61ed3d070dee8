package org.nasworkbench.figures.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of day as text, in UTC. */
final class Moment {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Moment() {}

    /** A dash for a time that never came. */
    static String text(long millis) {
        return millis <= 0 ? "–" : FORMAT.format(Instant.ofEpochMilli(millis));
    }
}

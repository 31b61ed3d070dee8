package org.nasworkbench.figures;

/** The unit in which a figure shows time, chosen so that its largest time is a handy number. */
enum TimeUnitScale {
    SECONDS("s", 1),
    MINUTES("min", 60),
    HOURS("h", 3600),
    DAYS("days", 86400);

    private final String symbol;
    private final double seconds;

    TimeUnitScale(String symbol, double seconds) {
        this.symbol = symbol;
        this.seconds = seconds;
    }

    /** The unit for times up to so many seconds. */
    static TimeUnitScale upTo(double mostSeconds) {
        return mostSeconds < 180 ? SECONDS : mostSeconds < 3 * 3600 ? MINUTES : mostSeconds < 96 * 3600 ? HOURS : DAYS;
    }

    String symbol() {
        return symbol;
    }

    /** A time in this unit. */
    double of(double timeSeconds) {
        return timeSeconds / seconds;
    }
}

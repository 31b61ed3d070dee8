package org.nasworkbench.latency.command;

import java.util.ArrayList;
import java.util.List;

/**
 * The timings that a program printed. Every line of its standard output counts and is one number of milliseconds; empty lines and
 * lines that begin with # say nothing. Whatever else a program has to say belongs on its error output.
 */
final class PrintedTimings {
    private PrintedTimings() {}

    /**
     * Reads what was printed.
     *
     * @return at least one, each above 0 and finite
     * @throws FailedCallException naming the line that is wrong
     */
    static List<Double> parse(String printed) throws FailedCallException {
        List<Double> timings = new ArrayList<>();
        List<String> lines = printed.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                timings.add(positive(line, i + 1));
            }
        }
        if (timings.isEmpty()) {
            throw new FailedCallException("at least one line must be a number of milliseconds, but none is");
        }
        return timings;
    }

    private static double positive(String line, int number) throws FailedCallException {
        double millis;
        try {
            millis = Double.parseDouble(line);
        } catch (NumberFormatException notANumber) {
            throw new FailedCallException(
                    "a line must be one number of milliseconds, but line " + number + " is '" + line + "'");
        }
        if (!(millis > 0 && millis < Double.POSITIVE_INFINITY)) {
            throw new FailedCallException(
                    "a time must be above 0 ms and finite, but line " + number + " is '" + line + "'");
        }
        return millis;
    }
}

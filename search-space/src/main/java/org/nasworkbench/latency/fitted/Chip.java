package org.nasworkbench.latency.fitted;

import java.util.regex.Pattern;

/**
 * What a device setting runs on: one chip with several sizes of the batch is one chip.
 *
 * @param name of a device without a number behind it that says how large the batch was
 */
public record Chip(String name) {
    private static final Pattern BATCH = Pattern.compile("_(1|32|64|128|256)$");

    /** The chip of a device setting, such as {@code 1080ti} of {@code 1080ti_32}. */
    public static Chip of(String device) {
        return new Chip(BATCH.matcher(device).replaceFirst(""));
    }
}

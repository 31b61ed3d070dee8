package org.nasworkbench.latency.roofline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a network's numbers are, weights and feature maps alike. */
enum Precision {
    INT8(1),
    FLOAT16(2),
    FLOAT32(4);

    private final int bytes;

    Precision(int bytes) {
        this.bytes = bytes;
    }

    /** Reads {@code int8}, {@code float16} or {@code float32}. */
    static Precision parse(String word) {
        List<String> words = Arrays.stream(values()).map(Precision::toString).toList();
        if (!words.contains(word)) {
            throw new IllegalArgumentException("precision must be one of " + words + ", but was '" + word + "'");
        }
        return values()[words.indexOf(word)];
    }

    /** Bytes of one number. */
    int bytes() {
        return bytes;
    }

    /** The quantity in a sheet that tells how fast a chip is with it. */
    String peak() {
        return "peak-" + this + "-teraops-per-s";
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

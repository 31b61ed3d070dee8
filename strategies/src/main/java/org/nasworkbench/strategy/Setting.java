package org.nasworkbench.strategy;

import java.util.List;

/**
 * One thing that can be set about a strategy.
 *
 * @param name key in the study, in lower case with hyphens
 * @param kind what values it takes
 * @param preset value where the study is silent: Long, Double, Boolean or String
 * @param minimum smallest number allowed
 * @param maximum largest number allowed
 * @param words the words allowed, for {@link Kind#WORD}
 * @param meaning one line
 */
public record Setting(
        String name, Kind kind, Object preset, double minimum, double maximum, List<String> words, String meaning) {
    /** Kinds of values. */
    public enum Kind {
        INTEGER,
        NUMBER,
        FLAG,
        WORD
    }

    /** A whole number in [minimum, maximum]. */
    public static Setting integer(String name, long preset, long minimum, long maximum, String meaning) {
        return new Setting(name, Kind.INTEGER, preset, minimum, maximum, List.of(), meaning);
    }

    /** A number in [minimum, maximum]. */
    public static Setting number(String name, double preset, double minimum, double maximum, String meaning) {
        return new Setting(name, Kind.NUMBER, preset, minimum, maximum, List.of(), meaning);
    }

    /** True or false. */
    public static Setting flag(String name, boolean preset, String meaning) {
        return new Setting(name, Kind.FLAG, preset, 0, 0, List.of(), meaning);
    }

    /** One of some words. */
    public static Setting word(String name, String preset, List<String> words, String meaning) {
        return new Setting(name, Kind.WORD, preset, 0, 0, List.copyOf(words), meaning);
    }

    /** What a value must be, such as {@code a whole number from 2 to 1000}. */
    public String rule() {
        return switch (kind) {
            case INTEGER -> "a whole number from " + (long) minimum + " to " + (long) maximum;
            case NUMBER -> "a number from " + minimum + " to " + maximum;
            case FLAG -> "true or false";
            case WORD -> "one of " + words;
        };
    }

    /**
     * Returns {@code value} in this setting's type (Long, Double, Boolean or String).
     *
     * @throws IllegalArgumentException stating the rule and the value
     */
    public Object check(Object value) {
        if (kind == Kind.INTEGER
                && (value instanceof Integer || value instanceof Long)
                && inRange(((Number) value).doubleValue())) {
            return ((Number) value).longValue();
        }
        if (kind == Kind.NUMBER && value instanceof Number number && inRange(number.doubleValue())) {
            return number.doubleValue();
        }
        if (kind == Kind.FLAG && value instanceof Boolean || kind == Kind.WORD && words.contains(value)) {
            return value;
        }
        throw new IllegalArgumentException(name + " must be " + rule() + ", but was " + value);
    }

    private boolean inRange(double value) {
        return value >= minimum && value <= maximum;
    }
}

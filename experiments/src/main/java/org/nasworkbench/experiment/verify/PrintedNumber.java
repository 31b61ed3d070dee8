package org.nasworkbench.experiment.verify;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as it is printed in a document: {@code 0.247}, or a time as {@code 1:32} or {@code 1:02:03}, in seconds.
 *
 * @param value of the text
 * @param decimals that are printed
 */
record PrintedNumber(String text, double value, int decimals) {
    private static final double ROUNDING = 1e-9;
    private static final Pattern NUMBER =
            Pattern.compile("\\d+(?::\\d\\d)+|(?<![\\w.])[-+]?\\d+(?:,\\d{3})*(?:\\.\\d+)?");

    /** The numbers in a cell, from left to right. */
    static List<PrintedNumber> in(String cell) {
        return NUMBER.matcher(cell.replace('−', '-'))
                .results()
                .map(match -> read(match.group()))
                .toList();
    }

    private static PrintedNumber read(String text) {
        if (text.contains(":")) {
            long seconds = 0;
            for (String part : text.split(":")) {
                seconds = 60 * seconds + Long.parseLong(part);
            }
            return new PrintedNumber(text, seconds, 0);
        }
        String plain = text.replace(",", "");
        int point = plain.indexOf('.');
        return new PrintedNumber(text, Double.parseDouble(plain), point < 0 ? 0 : plain.length() - point - 1);
    }

    /** Whether a number is this one when it is printed so. */
    boolean is(double number) {
        return Math.abs(number - value) <= 0.5 * Math.pow(10, -decimals) + ROUNDING;
    }

    /** A number as it would be printed here. */
    String like(double number) {
        if (!text.contains(":")) {
            return String.format(Locale.ROOT, "%." + decimals + "f", number);
        }
        long seconds = Math.round(number);
        Matcher hours = Pattern.compile("\\d+:\\d\\d:\\d\\d").matcher(text);
        return hours.matches()
                ? String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}

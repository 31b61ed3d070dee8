package org.nasworkbench.figures;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as text, the same in every locale. */
public final class Numbers {
    private Numbers() {}

    /** With at most so many digits after the point. */
    public static String plain(double value, int digits) {
        return format("0." + "#".repeat(digits), value);
    }

    /** With exactly so many digits after the point. */
    public static String fixed(double value, int digits) {
        return format(digits == 0 ? "0" : "0." + "0".repeat(digits), value);
    }

    /** With about three significant digits and thousands set apart. */
    public static String rounded(double value) {
        double size = Math.abs(value);
        return format(size >= 99.95 ? "#,##0" : size >= 9.995 ? "0.#" : size >= 0.9995 ? "0.##" : "0.###", value);
    }

    /** An amount of money: {@code $2,800}. */
    public static String dollars(double value) {
        return "$" + format(value >= 9.995 || value == 0 ? "#,##0" : "0.00", value);
    }

    /** A probability of a test: {@code 0.034}, or {@code below 0.001}. */
    public static String probability(double p) {
        return p < 0.001 ? "below 0.001" : fixed(p, 3);
    }

    private static String format(String pattern, double value) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}

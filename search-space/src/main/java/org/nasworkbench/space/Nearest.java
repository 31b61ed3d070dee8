package org.nasworkbench.space;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The word nearest to a misspelt one, for error messages. */
public final class Nearest {
    private Nearest() {}

    /**
     * The candidate with the smallest edit distance to {@code word}; ties go to the first.
     *
     * @throws IllegalArgumentException without candidates
     */
    public static String word(String word, Collection<String> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .orElseThrow(() -> new IllegalArgumentException("there must be at least one candidate"));
    }

    /**
     * The nearest candidate if a slip of the fingers explains the difference: at most about one letter in three, or letters that
     * changed places.
     */
    public static Optional<String> close(String word, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> isSlip(word, candidate))
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    private static boolean isSlip(String word, String meant) {
        return 3 * distance(word, meant) <= Math.max(word.length(), meant.length()) + 1
                || Arrays.equals(
                        word.chars().sorted().toArray(), meant.chars().sorted().toArray());
    }

    /** The Levenshtein distance: insertions, deletions and substitutions that turn one word into the other. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}

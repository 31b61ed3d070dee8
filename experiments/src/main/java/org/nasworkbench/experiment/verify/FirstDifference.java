package org.nasworkbench.experiment.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds where two texts part, and names the number there. */
final class FirstDifference {
    private static final int SHOWN = 40;

    private FirstDifference() {}

    /** @param file where the text was found, for its name */
    static Optional<Mismatch> of(Path file, String found, String recomputed) {
        if (found.equals(recomputed)) {
            return Optional.empty();
        }
        List<String> ours = found.lines().toList();
        List<String> theirs = recomputed.lines().toList();
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            if (!ours.get(i).equals(theirs.get(i))) {
                return Optional.of(inLine(file, i + 1, ours.get(i), theirs.get(i)));
            }
        }
        int line = Math.min(ours.size(), theirs.size()) + 1;
        return Optional.of(new Mismatch(file, line, ours.size() + " lines", theirs.size() + " lines"));
    }

    private static Mismatch inLine(Path file, int line, String found, String recomputed) {
        int at = 0;
        while (at < Math.min(found.length(), recomputed.length()) && found.charAt(at) == recomputed.charAt(at)) {
            at++;
        }
        int from = at;
        while (from > 0 && isOfNumber(found.charAt(from - 1))) {
            from--;
        }
        return new Mismatch(file, line, word(found, from, at), word(recomputed, from, at));
    }

    /** The number that the texts part in; where they part in words, these. */
    private static String word(String text, int from, int at) {
        int end = at;
        while (end < text.length() && isOfNumber(text.charAt(end))) {
            end++;
        }
        if (text.substring(from, end).chars().anyMatch(Character::isDigit)) {
            return text.substring(from, end);
        }
        String rest = text.substring(at, Math.min(text.length(), at + SHOWN));
        return rest.isEmpty() ? "the end of the line" : "'" + rest + "'";
    }

    private static boolean isOfNumber(char c) {
        return Character.isDigit(c) || c == '.' || c == '-' || c == '+' || c == 'E';
    }
}

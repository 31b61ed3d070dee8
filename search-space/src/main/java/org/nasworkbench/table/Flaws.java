package org.nasworkbench.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is wrong with a table, collected so that all of it is said at once. */
final class Flaws {
    /** Bad numbers of a column that are each worth a line, even if most of the column is bad. */
    private static final int FEW = 20;

    private final String file;
    private final List<Flaw> flaws = new ArrayList<>();
    private final Map<String, Integer> good = new HashMap<>();
    private final Map<String, Integer> bad = new HashMap<>();

    /** @param column of numbers whose rule is broken, if that is what is wrong */
    private record Flaw(String what, Optional<String> column) {}

    Flaws(String file) {
        this.file = file;
    }

    void add(String what) {
        flaws.add(new Flaw(what, Optional.empty()));
    }

    void add(long line, String what) {
        add("line " + line + ": " + what);
    }

    /** A number that keeps its column's rule. */
    void countGood(String column) {
        good.merge(column, 1, Integer::sum);
    }

    /** A number that breaks its column's rule. */
    void addBad(long line, String column, String rule, String was) {
        bad.merge(column, 1, Integer::sum);
        flaws.add(new Flaw(
                "line " + line + ": " + column + " must be " + rule + ", but was '" + was + "'", Optional.of(column)));
    }

    boolean isEmpty() {
        return flaws.isEmpty();
    }

    /**
     * Goes on if nothing is wrong. A column whose numbers are bad for the most part is named once: its unit is another than was
     * thought.
     *
     * @throws InvalidTableException with all that is wrong
     */
    void refuse() {
        List<String> problems = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Flaw flaw : flaws) {
            Optional<String> whole = flaw.column().filter(this::isBadForTheMostPart);
            if (whole.isEmpty()) {
                problems.add(flaw.what());
            } else if (told.add(whole.get())) {
                int others = bad.get(whole.get()) - 1;
                problems.add(flaw.what() + ", and " + others + " more of the column's numbers are no better");
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidTableException(file, problems);
        }
    }

    private boolean isBadForTheMostPart(String column) {
        return bad.get(column) > Math.max(FEW, good.getOrDefault(column, 0));
    }
}

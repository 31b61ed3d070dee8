package org.nasworkbench.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nasworkbench.space.SearchSpace;

/**
 * What the columns of a table mean.
 *
 * @param name of the space that the table is about
 * @param genotype which architecture a row is about
 * @param score what a search sees
 * @param seconds what an evaluation took
 * @param latency column of latencies, milliseconds
 * @param report columns that tell what a chosen network is worth, in the score's unit; the first is the final score
 */
public record TableDefinition(
        String name, Genotype genotype, Score score, Seconds seconds, Optional<String> latency, List<String> report) {
    public TableDefinition {
        report = List.copyOf(report);
        if (report.isEmpty()) {
            throw new IllegalArgumentException("a table must report at least one column, but " + name + " has none");
        }
    }

    /** Which architecture a row is about. */
    public sealed interface Genotype {
        /** A text of one character a decision, of fixed or varying length. */
        record Text(String column) implements Genotype {}

        /** One column a decision, in this order. */
        record Choices(List<String> columns) implements Genotype {
            public Choices {
                columns = List.copyOf(columns);
            }
        }

        /** A text that a space knows how to read. */
        record Known(SearchSpace space, String column) implements Genotype {}
    }

    /**
     * What a search sees.
     *
     * @param column of the full training
     * @param runs columns of single trainings, of which an evaluation draws one; empty: {@code column} answers
     * @param epochs of the full training
     * @param shorter columns of shorter trainings by their epochs; each is charged its share of the seconds
     */
    public record Score(
            String column,
            Unit unit,
            Direction direction,
            List<String> runs,
            int epochs,
            SortedMap<Integer, String> shorter) {
        public Score {
            runs = List.copyOf(runs);
            shorter = new TreeMap<>(shorter);
            if (epochs < 1 || !shorter.isEmpty() && (shorter.firstKey() < 1 || shorter.lastKey() >= epochs)) {
                throw new IllegalArgumentException("shorter trainings must have from 1 to below " + epochs
                        + " epochs, but have " + shorter.keySet());
            }
        }

        /** A percentage that is to be large, as the field's tables have it. */
        public static Score percent(String column) {
            return new Score(column, Unit.PERCENT, Direction.MAXIMISE, List.of(), 1, new TreeMap<>());
        }
    }

    /** How a column's numbers become fractions in [0, 1]. */
    public enum Unit {
        FRACTION,
        PERCENT,
        /** Any number: the column's own smallest and largest become 0 and 1. */
        RANGE
    }

    /** Which numbers are good; where small ones are, the fraction is taken from 1. */
    public enum Direction {
        MAXIMISE,
        MINIMISE
    }

    /**
     * What an evaluation took where it was recorded.
     *
     * @param column of the seconds of the full training; empty: every one took {@code plus}
     * @param plus seconds of each evaluation besides, such as a pass over the validation images; not cut with a shorter training
     */
    public record Seconds(Optional<String> column, double plus) {
        public Seconds {
            if (!(plus >= 0 && plus < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("seconds must be 0 or more, but were " + plus);
            }
        }

        /** Seconds of each evaluation that do not depend on how long was trained. */
        double besides() {
            return column.isPresent() ? plus : 0;
        }
    }

    /** The columns of numbers, by what they must be. */
    Map<String, Bounds> numbers() {
        Map<String, Bounds> numbers = new TreeMap<>();
        Bounds bounds = Bounds.of(score.unit());
        List<String> scores = new ArrayList<>(report);
        scores.add(score.column());
        scores.addAll(score.runs());
        scores.addAll(score.shorter().values());
        scores.forEach(column -> numbers.put(column, bounds));
        seconds.column().ifPresent(column -> numbers.put(column, Bounds.SECONDS));
        latency.ifPresent(column -> numbers.put(column, Bounds.MILLIS));
        return numbers;
    }

    /** What a cell may hold. */
    record Bounds(Kind kind, String rule, double low, double high) {
        /** Seconds must be there where a score is; all other cells may be empty. */
        enum Kind {
            SCORE,
            SECONDS,
            LATENCY
        }

        static final Bounds SECONDS = new Bounds(Kind.SECONDS, "seconds of 0 or more", 0, 1e12);
        static final Bounds MILLIS = new Bounds(Kind.LATENCY, "milliseconds above 0", Double.MIN_VALUE, 1e12);

        static Bounds of(Unit unit) {
            return switch (unit) {
                case FRACTION -> new Bounds(Kind.SCORE, "a fraction in [0, 1]", 0, 1);
                case PERCENT -> new Bounds(Kind.SCORE, "a percentage in [0, 100]", 0, 100);
                case RANGE -> new Bounds(Kind.SCORE, "a number", -1e300, 1e300);
            };
        }

        boolean holds(double number) {
            return number >= low && number <= high;
        }
    }
}

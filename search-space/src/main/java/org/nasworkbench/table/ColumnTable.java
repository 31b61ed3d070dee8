package org.nasworkbench.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nasworkbench.evaluation.Outcome;
import org.nasworkbench.evaluation.RecordedTrainings;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.latency.LatencyEvaluator;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.SearchSpace;

/** A table in memory: scores, seconds and latencies of listed architectures. */
public final class ColumnTable implements RecordedTrainings {
    private final SearchSpace space;
    private final List<Architecture> architectures;
    private final Map<Architecture, Integer> places;
    private final List<Level> levels;
    private final double[] seconds;
    private final double plusSeconds;
    private final Optional<double[]> millis;
    private final Map<String, double[]> reports;

    /**
     * Scores at one length of training.
     *
     * @param share of the full training's seconds
     * @param runs [runs][rows], fractions; NaN where nothing is recorded
     */
    record Level(int epochs, double share, double[][] runs) {}

    /**
     * A table.
     *
     * @param rows the architectures, in the order of the columns
     * @param levels ascending
     * @param seconds of the full training, [rows]; NaN where neither they nor a score are recorded
     * @param plusSeconds of each evaluation besides
     * @param millis latencies, [rows]
     * @param reports columns that tell what a network is worth, fractions, [rows]
     */
    ColumnTable(
            SearchSpace space,
            List<Architecture> rows,
            List<Level> levels,
            double[] seconds,
            double plusSeconds,
            Optional<double[]> millis,
            Map<String, double[]> reports) {
        this.space = space;
        architectures = List.copyOf(rows);
        places = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            places.put(rows.get(row), row);
        }
        this.levels = List.copyOf(levels);
        this.seconds = seconds;
        this.plusSeconds = plusSeconds;
        this.millis = millis;
        this.reports = new LinkedHashMap<>(reports);
    }

    /** The space whose architectures are listed. */
    public SearchSpace space() {
        return space;
    }

    /** The architectures that are listed, in the order of the rows. */
    public List<Architecture> architectures() {
        return architectures;
    }

    /** How many architectures are listed. */
    public int rows() {
        return seconds.length;
    }

    /** Seconds of a full training, on average over the rows that record them. */
    public double meanSeconds() {
        return Arrays.stream(seconds)
                        .filter(recorded -> !Double.isNaN(recorded))
                        .average()
                        .orElse(0)
                + plusSeconds;
    }

    @Override
    public List<Integer> epochs() {
        return levels.stream().map(Level::epochs).toList();
    }

    @Override
    public Recorded lookUp(Architecture architecture, int epochs, long draw) {
        Level level = level(epochs);
        Integer row = row(architecture);
        if (row == null) {
            return new Recorded(failed("the table does not list " + space.print(architecture)), 0);
        }
        if (millis.isPresent() && Double.isNaN(millis.get()[row])) {
            return new Recorded(failed("the table has no latency of " + space.print(architecture)), 0);
        }
        double score = drawn(level, row, draw);
        return Double.isNaN(score)
                ? new Recorded(failed("the table has no score of " + space.print(architecture)), 0)
                : new Recorded(new Outcome.Scored(score, Map.of()), level.share() * seconds[row] + plusSeconds);
    }

    /** The latencies of the table; empty where it has none. */
    public Optional<LatencyEvaluator> latency() {
        return millis.map(column -> architecture -> {
            Integer row = row(architecture);
            if (row == null || Double.isNaN(column[row])) {
                throw new IllegalArgumentException(
                        "a latency must be in the table, but that of " + space.print(architecture) + " is not");
            }
            return new Latency(column[row]);
        });
    }

    /** What the table reports of an architecture by column, fractions; columns without a number are left out. */
    public Map<String, Double> report(Architecture architecture) {
        Map<String, Double> report = new LinkedHashMap<>();
        Integer row = row(architecture);
        reports.forEach((name, column) -> {
            if (row != null && !Double.isNaN(column[row])) {
                report.put(name, column[row]);
            }
        });
        return report;
    }

    private Integer row(Architecture architecture) {
        Integer row = places.get(architecture);
        return row != null ? row : places.get(space.canonical(architecture));
    }

    private Level level(int epochs) {
        for (Level level : levels) {
            if (level.epochs() == epochs) {
                return level;
            }
        }
        throw new IllegalArgumentException("a training must have one of " + epochs() + " epochs, but has " + epochs);
    }

    private static Outcome failed(String why) {
        return new Outcome.Failed(Outcome.Reason.NOT_LISTED, why);
    }

    /** One of the runs that recorded a number; NaN where none did. */
    private static double drawn(Level level, int row, long draw) {
        double[][] runs = level.runs();
        if (runs.length == 1) {
            return runs[0][row];
        }
        double[] recorded = new double[runs.length];
        int count = 0;
        for (double[] run : runs) {
            if (!Double.isNaN(run[row])) {
                recorded[count++] = run[row];
            }
        }
        return count == 0 ? Double.NaN : recorded[Math.floorMod(draw, count)];
    }
}

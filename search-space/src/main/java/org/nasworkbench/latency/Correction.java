package org.nasworkbench.latency;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What can be fitted between sums of blocks and whole networks, from the least to the most. */
enum Correction {
    /** Nothing: the line that the table has. */
    NONE {
        @Override
        Optional<LatencyLine> fit(LatencyLine current, MeasuredNetworks networks) {
            return Optional.of(current);
        }
    },
    /** A fixed part. */
    FIXED {
        @Override
        Optional<LatencyLine> fit(LatencyLine current, MeasuredNetworks networks) {
            return LatencyLine.fixed(networks.totals(), networks.millis());
        }
    },
    /** A fixed part and one slope. */
    LINEAR {
        @Override
        Optional<LatencyLine> fit(LatencyLine current, MeasuredNetworks networks) {
            return Optional.of(LatencyLine.fit(networks.totals(), networks.millis()));
        }
    },
    /** A fixed part and a slope for each family of operators. */
    FAMILIES {
        @Override
        Optional<LatencyLine> fit(LatencyLine current, MeasuredNetworks networks) {
            TreeSet<String> names = new TreeSet<>();
            networks.sums().forEach(sums -> names.addAll(sums.keySet()));
            List<String> families = List.copyOf(names);
            double[][] rows = new double[networks.size()][families.size() + 1];
            for (int i = 0; i < rows.length; i++) {
                rows[i][0] = 1;
                for (int f = 0; f < families.size(); f++) {
                    rows[i][f + 1] = networks.sums().get(i).getOrDefault(families.get(f), 0.0);
                }
            }
            return RelativeLeastSquares.solve(rows, networks.millis()).flatMap(solution -> line(families, solution));
        }

        private static Optional<LatencyLine> line(List<String> families, double[] solution) {
            Map<String, Double> slopes = new TreeMap<>();
            for (int f = 0; f < families.size(); f++) {
                slopes.put(families.get(f), solution[f + 1]);
            }
            boolean plausible = slopes.values().stream().allMatch(LatencyLine::plausible) && solution[0] >= 0;
            return plausible ? Optional.of(new LatencyLine(solution[0], 1, slopes)) : Optional.empty();
        }
    };

    private static final int FOLDS = 5;

    /** The line by all networks; empty where they allow none that makes sense. */
    abstract Optional<LatencyLine> fit(LatencyLine current, MeasuredNetworks networks);

    /** For each correction that can be made the mean absolute error on networks that it was not fitted on, in {@value #FOLDS} folds. */
    static Map<Correction, Double> heldOutErrors(LatencyLine current, MeasuredNetworks networks) {
        Map<Correction, Double> errors = new EnumMap<>(Correction.class);
        for (Correction correction : values()) {
            double sum = 0;
            for (int fold = 0; fold < FOLDS; fold++) {
                MeasuredNetworks held = networks.part(FOLDS, fold, false);
                double error = correction
                        .fit(current, networks.part(FOLDS, fold, true))
                        .map(line -> held.check(line).meanAbsoluteError())
                        .orElse(Double.NaN);
                sum += error * held.size() / networks.size();
            }
            if (!Double.isNaN(sum)) {
                errors.put(correction, sum);
            }
        }
        return errors;
    }

    /** The correction of the least error on networks held out; of equals the one that does least. */
    static Correction best(Map<Correction, Double> heldOutErrors) {
        Correction best = NONE;
        for (Map.Entry<Correction, Double> candidate : heldOutErrors.entrySet()) {
            if (candidate.getValue() < heldOutErrors.get(best)) {
                best = candidate.getKey();
            }
        }
        return best;
    }
}

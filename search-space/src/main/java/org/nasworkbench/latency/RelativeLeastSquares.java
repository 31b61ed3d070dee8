package org.nasworkbench.latency;

import java.util.Optional;

/** Least squares of relative errors, since errors of timings grow with the time: the normal equations, eliminated by Gauss and Jordan. */
final class RelativeLeastSquares {
    private static final double SINGULAR = 1e-9;

    private RelativeLeastSquares() {}

    /**
     * The factors of the columns; empty if the rows do not determine them.
     *
     * @param rows [observations][columns]
     * @param values above 0
     */
    static Optional<double[]> solve(double[][] rows, double[] values) {
        int n = rows[0].length;
        double[][] normal = new double[n][n + 1];
        for (int i = 0; i < rows.length; i++) {
            double weight = 1 / (values[i] * values[i]);
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    normal[a][b] += weight * rows[i][a] * rows[i][b];
                }
                normal[a][n] += weight * rows[i][a] * values[i];
            }
        }
        double[] scale = new double[n];
        for (int a = 0; a < n; a++) {
            scale[a] = normal[a][a];
        }
        for (int column = 0; column < n; column++) {
            // Weighted sums of squares are positive on the diagonal: without them the columns depend on one another.
            if (!(normal[column][column] > SINGULAR * scale[column])) {
                return Optional.empty();
            }
            for (int row = 0; row < n; row++) {
                double factor = row == column ? 0 : normal[row][column] / normal[column][column];
                for (int k = column; k <= n; k++) {
                    normal[row][k] -= factor * normal[column][k];
                }
            }
        }
        double[] solution = new double[n];
        for (int a = 0; a < n; a++) {
            solution[a] = normal[a][n] / normal[a][a];
        }
        return Optional.of(solution);
    }
}

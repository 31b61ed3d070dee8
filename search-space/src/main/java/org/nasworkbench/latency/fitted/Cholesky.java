package org.nasworkbench.latency.fitted;

import java.util.stream.IntStream;

/**
 * The Cholesky factor of a symmetric matrix that is positive semidefinite, with diagonal pivoting: columns that depend linearly on
 * those before are set aside, and how they depend can be asked. N. J. Higham, "Analysis of the Cholesky decomposition of a
 * semi-definite matrix", in Reliable Numerical Computation, Oxford 1990.
 */
final class Cholesky {
    /** A pivot below this part of the largest one counts as none. */
    private static final double NOTHING = 1e-10;

    private final double[][] lower;
    private final int[] order;
    private final int rank;

    /** @param matrix [n][n], which is left as it is */
    Cholesky(double[][] matrix) {
        int n = matrix.length;
        lower = new double[n][n];
        order = IntStream.range(0, n).toArray();
        double[] rest = new double[n];
        for (int i = 0; i < n; i++) {
            rest[i] = matrix[i][i];
        }
        double largest = IntStream.range(0, n).mapToDouble(i -> rest[i]).max().orElse(0);
        int column = 0;
        while (column < n) {
            pivot(column, rest);
            if (!(rest[order[column]] > NOTHING * largest)) {
                break;
            }
            double[] pivot = lower[column];
            pivot[column] = Math.sqrt(rest[order[column]]);
            for (int i = column + 1; i < n; i++) {
                double[] row = lower[i];
                row[column] = (matrix[order[i]][order[column]] - dot(row, pivot, column)) / pivot[column];
                rest[order[i]] -= row[column] * row[column];
            }
            column++;
        }
        rank = column;
    }

    /** Brings the largest of what is left to a place. */
    private void pivot(int place, double[] rest) {
        int best = place;
        for (int i = place + 1; i < order.length; i++) {
            if (rest[order[i]] > rest[order[best]]) {
                best = i;
            }
        }
        int column = order[place];
        order[place] = order[best];
        order[best] = column;
        double[] row = lower[place];
        lower[place] = lower[best];
        lower[best] = row;
    }

    /** How many columns are independent. */
    int rank() {
        return rank;
    }

    /** The columns that depend on the others, as numbers of the matrix. */
    int[] dependent() {
        return IntStream.range(rank, order.length).map(i -> order[i]).toArray();
    }

    /** How a dependent column follows from the independent ones: factors, [n], 0 for dependent ones. */
    double[] dependence(int column) {
        int place = IntStream.range(rank, order.length)
                .filter(i -> order[i] == column)
                .findFirst()
                .orElseThrow();
        double[] factors = lower[place].clone();
        return unordered(backward(factors));
    }

    /** The solution of matrix x = right in which dependent columns are 0. */
    double[] solve(double[] right) {
        return unordered(backward(forward(right)));
    }

    /** L⁻¹ right, in the order of the factor: its squares sum to right' matrix⁻¹ right. */
    double[] forward(double[] right) {
        double[] solved = new double[order.length];
        for (int i = 0; i < rank; i++) {
            solved[i] = (right[order[i]] - dot(lower[i], solved, i)) / lower[i][i];
        }
        return solved;
    }

    /** The logarithm of the determinant of a matrix of full rank. */
    double logDeterminant() {
        return 2
                * IntStream.range(0, rank)
                        .mapToDouble(i -> Math.log(lower[i][i]))
                        .sum();
    }

    private double[] backward(double[] solved) {
        for (int i = rank - 1; i >= 0; i--) {
            double sum = solved[i];
            for (int k = i + 1; k < rank; k++) {
                sum -= lower[k][i] * solved[k];
            }
            solved[i] = sum / lower[i][i];
        }
        return solved;
    }

    private double[] unordered(double[] values) {
        double[] result = new double[order.length];
        for (int i = 0; i < rank; i++) {
            result[order[i]] = values[i];
        }
        return result;
    }

    private static double dot(double[] a, double[] b, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}

package org.nasworkbench.latency.fitted;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CholeskyTests {
    /** A = B'B of a random B, its last columns sums of two others. */
    private static double[][] gram(int rows, int free, int dependent, SplittableRandom random) {
        int n = free + dependent;
        double[][] b = new double[rows][n];
        for (double[] row : b) {
            for (int i = 0; i < n; i++) {
                row[i] = i < free ? random.nextDouble(-1, 1) : row[i - free] + row[i - free + 1];
            }
        }
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                for (double[] row : b) {
                    a[i][k] += row[i] * row[k];
                }
            }
        }
        return a;
    }

    private static double[] times(double[][] a, double[] x) {
        double[] product = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < x.length; k++) {
                product[i] += a[i][k] * x[k];
            }
        }
        return product;
    }

    @Test
    void aKnownMatrixIsSolvedWithItsDeterminant() {
        Cholesky factor = new Cholesky(new double[][] {{4, 2}, {2, 5}});
        assertEquals(2, factor.rank());
        assertEquals(Math.log(16), factor.logDeterminant(), 1e-12);
        assertArrayEquals(new double[] {1, 2}, factor.solve(new double[] {8, 12}), 1e-12);
    }

    @Test
    void theFactorSolvesWhatItsMatrixMade() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] a = gram(40, 12, 0, random);
        double[] x = random.doubles(12, -1, 1).toArray();
        Cholesky factor = new Cholesky(a);
        double[] right = times(a, x);
        assertArrayEquals(x, factor.solve(right), 1e-9);
        double product = 0;
        for (double value : factor.forward(right)) {
            product += value * value;
        }
        double direct = 0;
        for (int i = 0; i < x.length; i++) {
            direct += x[i] * right[i];
        }
        assertEquals(direct, product, 1e-9);
    }

    @Test
    void dependentColumnsAreSetAsideAndFollowFromTheOthers() {
        double[][] a = gram(40, 8, 3, new SplittableRandom(2));
        Cholesky factor = new Cholesky(a);
        assertEquals(8, factor.rank());
        assertEquals(3, factor.dependent().length);
        for (int column : factor.dependent()) {
            double[] expected = new double[a.length];
            for (int i = 0; i < a.length; i++) {
                expected[i] = a[i][column];
            }
            assertArrayEquals(expected, times(a, factor.dependence(column)), 1e-8);
        }
    }

    @Test
    void aDependentSystemIsStillSolved() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] a = gram(40, 8, 3, random);
        double[] right = times(a, random.doubles(11, -1, 1).toArray());
        assertArrayEquals(right, times(a, new Cholesky(a).solve(right)), 1e-8);
    }
}

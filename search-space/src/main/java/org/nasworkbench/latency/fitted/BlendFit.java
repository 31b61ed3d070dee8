package org.nasworkbench.latency.fitted;

import java.util.Arrays;
import java.util.List;
import org.nasworkbench.latency.fitted.Likeness.Common;

/**
 * Bayesian linear regression under one {@link Blend}, in the form of a Gaussian process: mean and variance of the whole are unknown
 * with flat priors, so that predictions follow Student's t with n - 1 degrees of freedom. C. E. Rasmussen and C. K. I. Williams,
 * "Gaussian Processes for Machine Learning", MIT Press 2006, section 2.7; the likelihood is that of all contrasts of the timings
 * (H. D. Patterson and R. Thompson, Biometrika 58, 1971) with the variance integrated out.
 */
final class BlendFit {
    private final Blend blend;
    private final Cholesky factor;
    private final double[] ones;
    private final double onesSum;
    private final double mean;
    private final double[] weights;
    private final double variance;
    private final double logLikelihood;

    /** @param commons what each timed network has in common with all timed ones */
    BlendFit(Blend blend, List<Common> commons, double[] millis) {
        this.blend = blend;
        int n = millis.length;
        double[][] covariance = new double[n][];
        for (int i = 0; i < n; i++) {
            covariance[i] = blend.kernel(commons.get(i));
            covariance[i][i] += blend.noise();
        }
        factor = new Cholesky(covariance);
        double[] one = new double[n];
        Arrays.fill(one, 1);
        ones = factor.solve(one);
        onesSum = Arrays.stream(ones).sum();
        mean = dot(ones, millis) / onesSum;
        double[] rest = Arrays.stream(millis).map(it -> it - mean).toArray();
        weights = factor.solve(rest);
        double squares = dot(weights, rest);
        variance = squares / (n - 1);
        logLikelihood = -0.5 * (factor.logDeterminant() + Math.log(onesSum) + (n - 1) * Math.log(squares));
    }

    /** Logarithm of what the assumption counts now, up to a constant. */
    double logWeight() {
        return logLikelihood + Math.log(blend.prior());
    }

    /** Mean and squared scale of the prediction of a timing, ms and ms²: [2]. */
    double[] predict(Common network) {
        double[] common = blend.kernel(network);
        double[] solved = factor.forward(common);
        double unknown = blend.variance(network) - dot(solved, solved);
        double ofMean = 1 - dot(ones, common);
        double scale = variance * (Math.max(0, unknown) + blend.noise() + ofMean * ofMean / onesSum);
        return new double[] {mean + dot(weights, common), scale};
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}

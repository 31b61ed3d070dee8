package org.nasworkbench.results;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The bootstrap's interval of the mean of runs ({@link Bca}). Each resample is drawn once, as the number of times that it has each
 * run; when some runs' values change, only their share of the sums does.
 */
final class ResampledMean implements CentreBand {
    private static final int RESAMPLES = 1000;

    private final short[][] timesByRun;
    private final double[] before;
    private final double[] means = new double[RESAMPLES];

    ResampledMean(int runs, RandomGenerator random) {
        timesByRun = new short[runs][RESAMPLES];
        before = new double[runs];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            for (int i = 0; i < runs; i++) {
                timesByRun[random.nextInt(runs)][resample]++;
            }
        }
    }

    @Override
    public Interval of(double[] values) {
        for (int run = 0; run < values.length; run++) {
            if (values[run] != before[run]) {
                add(timesByRun[run], (values[run] - before[run]) / values.length);
                before[run] = values[run];
            }
        }
        Sample sample = Sample.of(values);
        Optional<StudentT> student = StudentT.mean(sample);
        return student.isPresent()
                ? Bca.of(student.get(), means, sample.deviations()).interval(ALPHA)
                : new Interval(values[0], values[0], 1 - ALPHA);
    }

    private void add(short[] times, double rise) {
        for (int resample = 0; resample < RESAMPLES; resample++) {
            means[resample] += times[resample] * rise;
        }
    }
}

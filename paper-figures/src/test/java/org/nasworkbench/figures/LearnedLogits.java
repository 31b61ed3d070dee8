package org.nasworkbench.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.Trace;

/** Adds made-up traces of supernets' logits to a study: of each strategy's runs, in turn, one that collapses and one that does not. */
public final class LearnedLogits {
    private static final String[] OPTIONS = {
        "k3_e1",
        "k3_e1_g2",
        "k3_e3",
        "k3_e6",
        "k5_e1",
        "k5_e1_g2",
        "k5_e3",
        "k5_e6",
        "k3d2_e1",
        "k3d2_e1_g2",
        "k3d2_e3",
        "k3d2_e6",
        "skip"
    };

    private final SplittableRandom random = new SplittableRandom(11);
    private final List<Trace> traces = new ArrayList<>();
    private final int blocks;
    private final int epochs;

    private LearnedLogits(int blocks, int epochs) {
        this.blocks = blocks;
        this.epochs = epochs;
    }

    /** The study with logits of so many blocks that were traced for so many epochs; the first quarter warms up. */
    public static StudyResults in(StudyResults study, int blocks, int epochs) {
        LearnedLogits learned = new LearnedLogits(blocks, epochs);
        boolean collapses = false;
        for (StudyResults.Run run : study.runs()) {
            collapses = !collapses;
            learned.run(run, collapses);
        }
        learned.traces.addAll(study.traces());
        return new StudyResults(
                study.name(),
                study.facts(),
                study.targetMillis(),
                study.projection(),
                study.runs(),
                study.trials(),
                study.charges(),
                study.sessions(),
                study.finals(),
                learned.traces,
                study.fidelity());
    }

    private void run(StudyResults.Run run, boolean collapses) {
        double[][] logits = new double[blocks][OPTIONS.length];
        int warmup = epochs / 4;
        for (int epoch = 0; epoch < epochs; epoch++) {
            double skips = 0;
            double entropies = 0;
            int skipping = 0;
            for (int block = 0; block < blocks; block++) {
                for (int o = 0; o < OPTIONS.length && epoch >= warmup; o++) {
                    boolean skip = o == OPTIONS.length - 1;
                    logits[block][o] += random.nextDouble() * 6 / epochs + (skip && collapses ? 8.0 / epochs : 0);
                }
                double[] p = softmax(logits[block]);
                double entropy = 0;
                for (int o = 0; o < p.length; o++) {
                    entropy -= p[o] * Math.log(p[o]);
                    add(run, "probability-block" + block + "-" + OPTIONS[o], epoch, p[o]);
                }
                double skip = p[p.length - 1];
                add(run, "entropy-block" + block, epoch, entropy);
                add(run, "skip-share-block" + block, epoch, skip);
                entropies += entropy / blocks;
                skips += skip / blocks;
                skipping += skip > 0.5 ? 1 : 0;
            }
            add(run, "entropy", epoch, entropies);
            add(run, "skip-share", epoch, skips);
            add(run, "collapsed", epoch, 2 * skipping >= blocks ? 1 : 0);
            add(run, "temperature", epoch, Math.max(1, 5 - 5.0 * epoch / epochs));
            add(run, "expected-latency-ratio", epoch, 1.3 - skips);
            if (epoch >= warmup) {
                add(run, "logits-gradient-norm", epoch, 0.02 * StrictMath.exp(4 * random.nextDouble()));
            }
        }
    }

    private void add(StudyResults.Run run, String series, int step, double value) {
        traces.add(new Trace(run.strategy(), run.seed(), series, step, value));
    }

    private static double[] softmax(double[] logits) {
        double[] p = new double[logits.length];
        double sum = 0;
        for (int o = 0; o < p.length; o++) {
            p[o] = StrictMath.exp(logits[o]);
            sum += p[o];
        }
        for (int o = 0; o < p.length; o++) {
            p[o] /= sum;
        }
        return p;
    }
}

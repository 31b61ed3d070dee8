package org.nasworkbench.work;

import java.io.Serializable;

/**
 * How every network of a study is trained, whichever strategy proposed it.
 *
 * @param epochs passes over the training images, at least 1
 * @param batch images a step, at least 1
 * @param optimizer which update rule
 * @param learningRate at the start, above 0
 * @param momentum of SGD, in [0, 1); Adam has its usual 0.9 and 0.999
 * @param weightDecay L2 penalty on convolution weights, 0 or more
 * @param schedule how the learning rate falls to 0
 * @param flip whether images are mirrored at random
 * @param crop largest random shift as a fraction of the image (the border is void), in [0, 0.5]
 * @param balanced whether classes are weighted by median frequency (Eigen and Fergus 2015, arXiv 1411.4734)
 */
public record TrainingProtocol(
        int epochs,
        int batch,
        Optimizer optimizer,
        double learningRate,
        double momentum,
        double weightDecay,
        Schedule schedule,
        boolean flip,
        double crop,
        boolean balanced)
        implements Serializable {
    /** An update rule. */
    public enum Optimizer {
        SGD,
        ADAM
    }

    /** The course of the learning rate; {@code fraction} of the training is done. */
    public enum Schedule {
        CONSTANT {
            @Override
            public double factor(double fraction) {
                return 1;
            }
        },
        /** Loshchilov and Hutter 2017, arXiv 1608.03983, without restarts. */
        COSINE {
            @Override
            public double factor(double fraction) {
                return 0.5 * (1 + StrictMath.cos(StrictMath.PI * fraction));
            }
        },
        /** (1 - t)^0.9, as in DeepLab. */
        POLYNOMIAL {
            @Override
            public double factor(double fraction) {
                return StrictMath.pow(1 - fraction, 0.9);
            }
        };

        /** Factor on the initial learning rate, in [0, 1]. */
        public abstract double factor(double fraction);
    }

    public TrainingProtocol {
        require(epochs >= 1, "epochs must be at least 1", epochs);
        require(batch >= 1, "batch must be at least 1", batch);
        require(learningRate > 0 && learningRate < 100, "learning-rate must be above 0 and below 100", learningRate);
        require(momentum >= 0 && momentum < 1, "momentum must be in [0, 1)", momentum);
        require(weightDecay >= 0 && weightDecay < 1, "weight-decay must be in [0, 1)", weightDecay);
        require(crop >= 0 && crop <= 0.5, "crop must be in [0, 0.5]", crop);
    }

    /** This protocol with another length. */
    public TrainingProtocol withEpochs(int other) {
        return new TrainingProtocol(
                other, batch, optimizer, learningRate, momentum, weightDecay, schedule, flip, crop, balanced);
    }

    private static void require(boolean holds, String rule, Number value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", but was " + value);
        }
    }
}

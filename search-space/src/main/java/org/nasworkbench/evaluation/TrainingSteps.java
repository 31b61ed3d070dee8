package org.nasworkbench.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.nasworkbench.network.Batch;
import org.nasworkbench.network.TrainedNetwork;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.Shape;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.TrainingProtocol;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

/**
 * Training steps of one network on noise, timed one by one: forward, loss, backward, update.
 *
 * @param network from an image to class scores of the image's height and width
 * @param protocol its batch, optimizer and learning rate are used
 * @param warmUp steps that are not recorded
 * @param steps recorded ones
 */
public record TrainingSteps(Network network, TrainingProtocol protocol, int warmUp, int steps)
        implements Work<double[]> {
    /** Seconds of each recorded step. */
    @Override
    public double[] perform(Workplace workplace) {
        Batch noise = noise(new SplittableRandom(1));
        try (TrainedNetwork trained = new TrainedNetwork(network, new SplittableRandom(2))) {
            double[] seconds = trained.stepSeconds(protocol, noise, warmUp + steps);
            return Arrays.copyOfRange(seconds, warmUp, seconds.length);
        }
    }

    private Batch noise(SplittableRandom random) {
        Shape image = network.input();
        int pixels = protocol.batch() * image.height() * image.width();
        float[] images = new float[3 * pixels];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextDouble(-1, 1);
        }
        long[] labels = random.longs(pixels, 0, network.output().channels()).toArray();
        float[] ones = new float[pixels];
        Arrays.fill(ones, 1);
        return new Batch(protocol.batch(), image.height(), image.width(), images, labels, ones);
    }

    @Override
    public CostCategory category() {
        return CostCategory.ENGINE;
    }

    @Override
    public String title() {
        return "timing training steps at " + network.input() + ", batch " + protocol.batch();
    }
}

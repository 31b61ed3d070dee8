package org.nasworkbench.strategy.supernet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.nasworkbench.evaluation.InitialWeights;
import org.nasworkbench.network.Weights;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.work.Workplace;

/**
 * The weights and running statistics of one network's path through a supernet, as the last checkpoint of their training left them.
 *
 * @param training that left the checkpoint
 * @param network that begins with them; as it was chosen, since its canonical form may be another path
 */
record InheritedWeights(SharedWeightsTraining training, Architecture network) implements InitialWeights {
    @Override
    public void into(Weights weights, Workplace workplace) {
        Path file = workplace.left(SharedWeights.NAME);
        try (SupernetTrainer trainer = new SupernetTrainer(training)) {
            trainer.checkpoint().read(file);
            weights.overwrite(trainer.supernet().values(network));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the shared weights must have been kept for a training that starts from them, but could not be read from "
                            + file,
                    e);
        }
    }
}

package org.nasworkbench.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nasworkbench.evaluation.Training;
import org.nasworkbench.latency.AdditiveLatency;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.work.TrainingProtocol;

/** A shared ground for strategies that need no data, and an easy landscape over it: every option adds its own worth. */
public final class ToyGround {
    private ToyGround() {}

    /** A ground over a toy space with so many options at each decision; the full training has 9 epochs. */
    public static Ground of(Integer... sizes) {
        return lasting(9, sizes);
    }

    /** A ground with so many epochs in the full training. */
    public static Ground lasting(int epochs, Integer... sizes) {
        ToySpace space = ToySpace.of(sizes);
        return new Ground(
                space,
                new Objective(Objective.Form.SOFT, new Latency(4.0 * sizes.length), -0.07),
                Optional.of(latency(space)),
                new Training(
                        null,
                        new TrainingProtocol(
                                epochs,
                                8,
                                TrainingProtocol.Optimizer.SGD,
                                0.1,
                                0.9,
                                0,
                                TrainingProtocol.Schedule.COSINE,
                                false,
                                0,
                                false)));
    }

    /** A latency of a few milliseconds for each option, so that some choices are slow. */
    public static AdditiveLatency latency(SearchSpace space) {
        return new Terms(terms(space));
    }

    /** The additive landscape: a score in [0.1, 0.9], highest for exactly one option at each decision. */
    public static double score(Ground ground, Architecture architecture) {
        double sum = 0;
        for (int i = 0; i < architecture.size(); i++) {
            sum += worth(ground.space().decisions().get(i).size(), i, architecture.choice(i));
        }
        return 0.1 + 0.8 * sum / architecture.size();
    }

    private static double worth(int options, int decision, int choice) {
        return options == 1 ? 1 : ((decision + choice) % options) / (options - 1.0);
    }

    private static double[][] terms(SearchSpace space) {
        return IntStream.range(0, space.decisions().size())
                .mapToObj(i -> IntStream.range(0, space.decisions().get(i).size())
                        .mapToDouble(j -> 1 + (5 * j + 3 * i) % 7)
                        .toArray())
                .toArray(double[][]::new);
    }

    /** Latency as a sum. Hands out its own array, so that meddling shows. */
    private record Terms(double[][] terms) implements AdditiveLatency {
        @Override
        public Latency of(Architecture architecture) {
            double sum = baseMillis();
            for (int i = 0; i < terms.length; i++) {
                sum += terms[i][architecture.choice(i)];
            }
            return new Latency(sum);
        }

        @Override
        public double baseMillis() {
            return 0.5;
        }
    }

    /** Everything of a ground that can be read, as one value. */
    static List<Object> contents(Ground ground) {
        AdditiveLatency latency = (AdditiveLatency) ground.latency().orElseThrow();
        return List.of(
                ground.space().decisions(),
                ground.objective(),
                Arrays.stream(latency.terms())
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList(),
                latency.baseMillis(),
                ground.training().protocol());
    }
}

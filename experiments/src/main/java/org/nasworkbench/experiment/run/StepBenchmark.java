package org.nasworkbench.experiment.run;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nasworkbench.evaluation.TrainingSteps;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.Decision;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.work.TrainingProtocol;

/** Training steps of squeezenas-small here and by another framework's program, in turn, each time in a new process. */
public final class StepBenchmark {
    /** The word for the network whose blocks have all options in turn. */
    public static final String MIXED = "mixed";

    private static final int CLASSES = 11;
    private static final int WARM_UP = 5;
    private static final double RATE = 1e-4;

    private final PeerSteps peer;
    private final int batch;
    private final int rounds;
    private final int steps;
    private final PrintStream out;

    /**
     * One network at one size.
     *
     * @param here images a second, the median over rounds of the rounds' medians
     * @param there those of the other framework
     * @param ratio here to there, the median over rounds
     * @param leastRatio the least of the rounds
     * @param mostRatio the greatest
     */
    public record Result(double here, double there, double ratio, double leastRatio, double mostRatio) {}

    /**
     * A comparison.
     *
     * @param peer the other framework's program with its arguments
     * @param batch images a step
     * @param steps recorded ones of a round
     * @param out gets a line for each piece of work
     */
    public StepBenchmark(List<String> peer, int batch, int rounds, int steps, PrintStream out) {
        this.peer = new PeerSteps(List.copyOf(peer));
        this.batch = batch;
        this.rounds = rounds;
        this.steps = steps;
        this.out = out;
    }

    /** @param option of all blocks, or {@link #MIXED} */
    public Result measure(Shape input, String option) throws Exception {
        TrainingProtocol protocol = new TrainingProtocol(
                1,
                batch,
                TrainingProtocol.Optimizer.ADAM,
                RATE,
                0.9,
                0,
                TrainingProtocol.Schedule.COSINE,
                false,
                0,
                false);
        TrainingSteps work = new TrainingSteps(network(input, option), protocol, WARM_UP, steps);
        double[] here = new double[rounds];
        double[] there = new double[rounds];
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            here[round] = batch / median(DeviceWork.perform(work, out));
            there[round] = batch / median(peer.seconds(work));
            ratios[round] = here[round] / there[round];
        }
        Arrays.sort(ratios);
        return new Result(median(here), median(there), median(ratios), ratios[0], ratios[rounds - 1]);
    }

    private static Network network(Shape input, String option) {
        ChainSpace space = SearchSpaces.chain("squeezenas-small", 1, Integer.MAX_VALUE, CLASSES, input);
        List<Decision> decisions = space.decisions();
        return space.network(new Architecture(IntStream.range(0, decisions.size())
                .mapToObj(block -> choice(decisions.get(block), block, option))
                .toList()));
    }

    private static int choice(Decision decision, int block, String option) {
        List<String> options = decision.options();
        if (!option.equals(MIXED) && !options.contains(option)) {
            throw new IllegalArgumentException(
                    "an option must be one of " + options + " or " + MIXED + ", but was '" + option + "'");
        }
        return option.equals(MIXED) ? block % options.size() : options.indexOf(option);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

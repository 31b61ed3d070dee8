package org.nasworkbench.strategy.rl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.rl4j.environment.Environment;
import org.deeplearning4j.rl4j.environment.IActionSchema;
import org.deeplearning4j.rl4j.environment.Schema;
import org.deeplearning4j.rl4j.environment.StepResult;
import org.deeplearning4j.rl4j.observation.Observation;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.Decision;
import org.nasworkbench.space.SearchSpace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Building an architecture as an RL4J environment: an episode has one step a decision, an action is the index of an option.
 * Rewards are 0 here; what an architecture is worth is known only after the whole batch was evaluated.
 *
 * <p>A state has two channels: {@link #STATE}, [1, decisions + options, 1], which decision is due and which option the previous
 * one took, both one-hot; and {@link #MASK}, [1, options, 1], 0 for the options of the decision due and {@link #FORBIDDEN} for
 * the rest, where {@code options} is the largest number of options of any decision.
 */
final class ArchitectureEnvironment implements Environment<Integer> {
    static final String STATE = "state";
    static final String MASK = "mask";
    /** Added to a logit it makes the option's probability exactly 0. */
    static final double FORBIDDEN = -1e9;

    private final List<Decision> decisions;
    private final int options;
    /** For each decision; behind the last, where nothing is due, nothing is allowed. */
    private final List<INDArray> masks = new ArrayList<>();
    /** What was needed so far, by decision due and previous option: making an array takes longer than all else in a step. */
    private final INDArray[][] states;

    private final List<Integer> choices = new ArrayList<>();

    ArchitectureEnvironment(SearchSpace space) {
        decisions = space.decisions();
        options = decisions.stream().mapToInt(Decision::size).max().orElseThrow();
        decisions.forEach(decision -> masks.add(oneStep(mask(decision.size()))));
        masks.add(oneStep(mask(0)));
        states = new INDArray[decisions.size() + 1][options];
    }

    /** Length of the state channel. */
    int stateSize() {
        return decisions.size() + options;
    }

    /** Length of the mask channel: the largest number of options of any decision. */
    int options() {
        return options;
    }

    /** The masks of all decisions, [decisions, options]; a new array at each call. */
    INDArray masks() {
        return Nd4j.createFromArray(
                decisions.stream().map(decision -> mask(decision.size())).toArray(double[][]::new));
    }

    /** Number of the decision that is due in a state. */
    int due(Observation observation) {
        INDArray state = observation.getChannelData(0);
        int due = 0;
        while (state.getDouble(0, due, 0) == 0) {
            due++;
        }
        return due;
    }

    /** What was built in the episode that has just finished. */
    Architecture architecture() {
        return new Architecture(choices);
    }

    @Override
    public Schema<Integer> getSchema() {
        return new Schema<>(new Options(options));
    }

    @Override
    public Map<String, Object> reset() {
        choices.clear();
        return channels();
    }

    @Override
    public StepResult step(Integer action) {
        Decision decision = decisions.get(choices.size());
        if (action < 0 || action >= decision.size()) {
            throw new IllegalArgumentException("the option for " + decision.name() + " must be in [0, "
                    + decision.size() + "), but was " + action);
        }
        choices.add(action);
        return new StepResult(channels(), 0, isEpisodeFinished());
    }

    @Override
    public boolean isEpisodeFinished() {
        return choices.size() == decisions.size();
    }

    @Override
    public void close() {}

    private Map<String, Object> channels() {
        int due = choices.size();
        int previous = due == 0 ? 0 : choices.get(due - 1);
        if (states[due][previous] == null) {
            states[due][previous] = oneStep(state(due, previous));
        }
        // RL4J writes into this map.
        Map<String, Object> channels = new HashMap<>();
        channels.put(STATE, states[due][previous]);
        channels.put(MASK, masks.get(due));
        return channels;
    }

    private double[] state(int due, int previous) {
        double[] state = new double[stateSize()];
        if (due < decisions.size()) {
            state[due] = 1;
        }
        if (due > 0) {
            state[decisions.size() + previous] = 1;
        }
        return state;
    }

    private double[] mask(int allowed) {
        double[] mask = new double[options];
        Arrays.fill(mask, allowed, options, FORBIDDEN);
        return mask;
    }

    /** One episode's values at one decision, [1, values, 1]. */
    private static INDArray oneStep(double[] values) {
        return Nd4j.create(values, new long[] {1, values.length, 1}, 'c');
    }

    private record Options(int count) implements IActionSchema<Integer> {
        @Override
        public int getActionSpaceSize() {
            return count;
        }

        @Override
        public Integer getNoOp() {
            return 0;
        }

        @Override
        public Integer getRandomAction() {
            throw new UnsupportedOperationException("only the policy draws, from the run's own generator");
        }
    }
}

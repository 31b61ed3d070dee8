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
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.Decision;
import org.nasworkbench.space.SearchSpace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Building an architecture as an RL4J environment: an episode has one step a decision, an action is the index of an option.
 * Rewards are 0 here; what an architecture is worth is known only after the whole batch was evaluated.
 *
 * <p>A state has two channels: {@link #STATE}, [1, decisions + options], which decision is due and which option the previous one
 * took, both one-hot; and {@link #MASK}, [1, options], 0 for the options of the decision due and {@link #FORBIDDEN} for the
 * rest, where {@code options} is the largest number of options of any decision.
 */
final class ArchitectureEnvironment implements Environment<Integer> {
    static final String STATE = "state";
    static final String MASK = "mask";
    static final float FORBIDDEN = -1e4f;

    private final List<Decision> decisions;
    private final int options;
    /** For each decision; behind the last, where nothing is due, nothing is allowed. */
    private final List<INDArray> masks = new ArrayList<>();

    private final List<Integer> choices = new ArrayList<>();

    ArchitectureEnvironment(SearchSpace space) {
        decisions = space.decisions();
        options = decisions.stream().mapToInt(Decision::size).max().orElseThrow();
        decisions.forEach(decision -> masks.add(mask(decision.size())));
        masks.add(mask(0));
    }

    /** Length of the state channel. */
    int stateSize() {
        return decisions.size() + options;
    }

    /** Length of the mask channel: the largest number of options of any decision. */
    int options() {
        return options;
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
        float[] state = new float[stateSize()];
        if (due < decisions.size()) {
            state[due] = 1;
        }
        if (due > 0) {
            state[decisions.size() + choices.get(due - 1)] = 1;
        }
        // RL4J writes into this map.
        Map<String, Object> channels = new HashMap<>();
        channels.put(STATE, Nd4j.createFromArray(new float[][] {state}));
        channels.put(MASK, masks.get(due));
        return channels;
    }

    private INDArray mask(int allowed) {
        float[] mask = new float[options];
        Arrays.fill(mask, allowed, options, FORBIDDEN);
        return Nd4j.createFromArray(new float[][] {mask});
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

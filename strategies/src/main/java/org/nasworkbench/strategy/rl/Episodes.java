package org.nasworkbench.strategy.rl;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.rl4j.agent.learning.behavior.ILearningBehavior;
import org.deeplearning4j.rl4j.experience.StateActionReward;
import org.deeplearning4j.rl4j.observation.Observation;

/**
 * Writes down what an agent saw and did, so that it can be replayed into an update rule once the rewards are known. Learns
 * nothing while the agent runs.
 */
final class Episodes implements ILearningBehavior<Integer> {
    private final List<List<StateActionReward<Integer>>> episodes = new ArrayList<>();

    /** The first {@code rewards.length} episodes in a row, each ending in its reward; afterwards all are forgotten. */
    List<StateActionReward<Integer>> replay(double[] rewards) {
        List<StateActionReward<Integer>> steps = new ArrayList<>();
        for (int i = 0; i < rewards.length; i++) {
            for (StateActionReward<Integer> step : episodes.get(i)) {
                steps.add(new StateActionReward<>(
                        step.getObservation(),
                        step.getAction(),
                        step.isTerminal() ? rewards[i] : 0,
                        step.isTerminal()));
            }
        }
        episodes.clear();
        return steps;
    }

    @Override
    public void handleEpisodeStart() {
        episodes.add(new ArrayList<>());
    }

    @Override
    public void handleNewExperience(Observation observation, Integer action, double reward, boolean terminal) {
        episodes.get(episodes.size() - 1).add(new StateActionReward<>(observation, action, reward, terminal));
    }

    @Override
    public void handleEpisodeEnd(Observation last) {}

    @Override
    public void notifyBeforeStep() {}
}

package org.nasworkbench.strategy.rl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.rl4j.experience.StateActionReward;
import org.deeplearning4j.rl4j.observation.Observation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Episodes as written down beforehand: choices and reward, played in an environment without any policy. */
record EpisodeScript(double reward, List<Integer> choices) {
    static EpisodeScript of(double reward, Integer... choices) {
        return new EpisodeScript(reward, List.of(choices));
    }

    /** What an agent would have seen and done, episode after episode. */
    static List<StateActionReward<Integer>> play(ArchitectureEnvironment environment, List<EpisodeScript> scripts) {
        List<StateActionReward<Integer>> steps = new ArrayList<>();
        for (EpisodeScript script : scripts) {
            Map<String, Object> state = environment.reset();
            for (int choice : script.choices) {
                Observation before = observation(state);
                state = environment.step(choice).getChannelsData();
                boolean end = environment.isEpisodeFinished();
                steps.add(new StateActionReward<>(before, choice, end ? script.reward : 0, end));
            }
        }
        return steps;
    }

    private static Observation observation(Map<String, Object> channels) {
        return new Observation(new INDArray[] {
            (INDArray) channels.get(ArchitectureEnvironment.STATE),
            (INDArray) channels.get(ArchitectureEnvironment.MASK)
        });
    }
}

package org.nasworkbench.strategy.rl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.rl4j.experience.StateActionReward;
import org.deeplearning4j.rl4j.network.ActorCriticNetwork;
import org.deeplearning4j.rl4j.network.CommonOutputNames;
import org.deeplearning4j.rl4j.observation.Observation;
import org.junit.jupiter.api.Test;
import org.nasworkbench.strategy.ToyGround;
import org.nd4j.linalg.api.ndarray.INDArray;

class PolicyGradientRuleTests {
    private final ArchitectureEnvironment environment =
            new ArchitectureEnvironment(ToyGround.of(3, 2).space());

    @Test
    void whatPaidMoreBecomesMoreLikely() {
        Learner learner = new Learner(new ReinforceSettings(2, 0.05, 0, 0.9, 1, 0.2, 8));
        double[] before = learner.first();
        learner.learn(episode(2, 1, 0.9), episode(0, 0, 0.1));
        double[] after = learner.first();
        assertTrue(after[2] > before[2], "after " + after[2]);
        assertTrue(after[0] < before[0], "after " + after[0]);
        assertEquals(Math.log(3) / 2 + Math.log(2) / 2, learner.rule.entropy(), 1e-5);
    }

    @Test
    void equalRewardsTeachNothingButUncertainty() {
        Learner learner = new Learner(new ReinforceSettings(2, 0.05, 0, 0.9, 1, 0.2, 8));
        learner.learn(episode(2, 1, 0.5), episode(0, 0, 0.5));
        assertEquals(1 / 3.0, learner.first()[2], 1e-6);
    }

    /** With a bound of 0.01 Adam's first step goes beyond it at once; the other 19 epochs then have nothing left to push. */
    @Test
    void theClipHoldsBackLaterEpochs() {
        Learner bound = new Learner(new ReinforceSettings(2, 0.02, 0, 0.9, 20, 0.01, 8));
        Learner free = new Learner(new ReinforceSettings(2, 0.02, 0, 0.9, 20, 10, 8));
        bound.learn(episode(2, 1, 0.9), episode(0, 0, 0.1));
        free.learn(episode(2, 1, 0.9), episode(0, 0, 0.1));
        assertTrue(bound.first()[2] < free.first()[2] - 0.1, bound.first()[2] + " against " + free.first()[2]);
    }

    @Test
    void theEnvironmentRefusesOptionsThatADecisionDoesNotHave() {
        environment.reset();
        environment.step(2);
        assertThrows(IllegalArgumentException.class, () -> environment.step(2));
    }

    private List<StateActionReward<Integer>> episode(int first, int second, double reward) {
        List<StateActionReward<Integer>> steps = new ArrayList<>();
        steps.add(new StateActionReward<>(observation(environment.reset()), first, 0, false));
        Map<String, Object> channels = environment.step(first).getChannelsData();
        steps.add(new StateActionReward<>(observation(channels), second, reward, true));
        return steps;
    }

    private static Observation observation(Map<String, Object> channels) {
        return new Observation(new INDArray[] {
            (INDArray) channels.get(ArchitectureEnvironment.STATE),
            (INDArray) channels.get(ArchitectureEnvironment.MASK)
        });
    }

    private final class Learner {
        private final ActorCriticNetwork network;
        private final PolicyGradientRule rule;

        Learner(ReinforceSettings settings) {
            network = Controller.create(environment, settings, 5);
            rule = new PolicyGradientRule(network, settings);
        }

        @SafeVarargs
        final void learn(List<StateActionReward<Integer>>... episodes) {
            List<StateActionReward<Integer>> steps = new ArrayList<>();
            for (List<StateActionReward<Integer>> episode : episodes) {
                steps.addAll(episode);
            }
            rule.update(steps);
        }

        /** The distribution of the first decision. */
        double[] first() {
            return network.output(observation(environment.reset()))
                    .get(CommonOutputNames.ActorCritic.Policy)
                    .toDoubleVector();
        }
    }
}

package org.nasworkbench.strategy.rl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deeplearning4j.rl4j.network.CommonOutputNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nasworkbench.strategy.ToyGround;
import org.nasworkbench.strategy.rl.ReinforceSettings.Controller;

class PolicyGradientRuleTests {
    private final ArchitectureEnvironment environment =
            new ArchitectureEnvironment(ToyGround.of(3, 2).space());
    private final List<EpisodeScript> unequal = List.of(EpisodeScript.of(0.9, 2, 1), EpisodeScript.of(0.1, 0, 0));

    @ParameterizedTest
    @EnumSource(Controller.class)
    void whatPaidMoreBecomesMoreLikely(Controller controller) {
        Learner learner = new Learner(new ReinforceSettings(controller, 2, 0.05, 0, 0.9, 1, 0.2, 8));
        double[] before = learner.first();
        learner.learn(unequal);
        double[] after = learner.first();
        assertTrue(after[2] > before[2], "after " + after[2]);
        assertTrue(after[0] < before[0], "after " + after[0]);
        assertEquals(Math.log(3) / 2 + Math.log(2) / 2, learner.rule.entropy(), 1e-9);
    }

    @ParameterizedTest
    @EnumSource(Controller.class)
    void equalRewardsTeachNothing(Controller controller) {
        Learner learner = new Learner(new ReinforceSettings(controller, 2, 0.05, 0, 0.9, 1, 0.2, 8));
        learner.learn(List.of(EpisodeScript.of(0.5, 2, 1), EpisodeScript.of(0.5, 0, 0)));
        assertEquals(1 / 3.0, learner.first()[2], 1e-9);
    }

    /** What is worth as much as the mean of all before, and the batch after better ones, teaches that it is below par. */
    @ParameterizedTest
    @EnumSource(Controller.class)
    void aRewardIsJudgedByThoseOfEarlierBatches(Controller controller) {
        Learner learner = new Learner(new ReinforceSettings(controller, 1, 0.05, 0, 0.5, 1, 0.2, 8));
        learner.learn(List.of(EpisodeScript.of(0.8, 0, 0)));
        assertEquals(1 / 3.0, learner.first()[0], 1e-9, "the first batch has nothing to be judged by");
        learner.learn(List.of(EpisodeScript.of(0.7, 1, 0)));
        assertTrue(learner.first()[1] < 1 / 3.0, "0.7 after 0.8 made it more likely");
    }

    /** With a bound of 0.01 Adam's first step goes beyond it at once; the other 19 epochs then have nothing left to push. */
    @ParameterizedTest
    @EnumSource(Controller.class)
    void theClipHoldsBackLaterEpochs(Controller controller) {
        Learner bound = new Learner(new ReinforceSettings(controller, 2, 0.02, 0, 0.9, 20, 0.01, 8));
        Learner free = new Learner(new ReinforceSettings(controller, 2, 0.02, 0, 0.9, 20, 10, 8));
        bound.learn(unequal);
        free.learn(unequal);
        assertTrue(bound.first()[2] < free.first()[2] - 0.1, bound.first()[2] + " against " + free.first()[2]);
    }

    @Test
    void theEnvironmentRefusesOptionsThatADecisionDoesNotHave() {
        environment.reset();
        environment.step(2);
        assertThrows(IllegalArgumentException.class, () -> environment.step(2));
    }

    private final class Learner {
        private final PolicyNetwork network;
        private final PolicyGradientRule rule;

        Learner(ReinforceSettings settings) {
            network = PolicyNetwork.create(environment, settings, 5);
            rule = new PolicyGradientRule(network, settings);
        }

        void learn(List<EpisodeScript> episodes) {
            rule.update(EpisodeScript.play(environment, episodes));
        }

        /** The distribution of the first decision. */
        double[] first() {
            network.reset();
            return network.output(
                            EpisodeScript.play(environment, unequal).get(0).getObservation())
                    .get(CommonOutputNames.ActorCritic.Policy)
                    .ravel()
                    .toDoubleVector();
        }
    }
}

package org.nasworkbench.strategy.rl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deeplearning4j.rl4j.agent.learning.update.Features;
import org.deeplearning4j.rl4j.experience.StateActionReward;
import org.deeplearning4j.rl4j.network.CommonOutputNames;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nasworkbench.strategy.ToyGround;
import org.nasworkbench.strategy.rl.ReinforceSettings.Controller;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PolicyNetworkTests {
    private static final int[] SIZES = {3, 1, 4, 2};
    private static final int MOST = 4;

    /** Two ways to the same third decision by way of the same second choice. */
    private static final List<EpisodeScript> SCRIPTS =
            List.of(EpisodeScript.of(0.9, 2, 0, 1, 1), EpisodeScript.of(0.1, 0, 0, 3, 1));

    private final ArchitectureEnvironment environment =
            new ArchitectureEnvironment(ToyGround.of(3, 1, 4, 2).space());
    private final List<StateActionReward<Integer>> steps = EpisodeScript.play(environment, SCRIPTS);

    @ParameterizedTest
    @EnumSource(Controller.class)
    void actingSeesTheProbabilitiesThatLearningSees(Controller controller) {
        PolicyNetwork network = trained(controller, 10);
        INDArray policy = policy(network, new Batch(steps).features());
        for (int i = 0; i < steps.size(); i++) {
            double[] acting = acting(network, i);
            for (int option = 0; option < MOST; option++) {
                assertEquals(
                        policy.getDouble(i / SIZES.length, option, i % SIZES.length),
                        acting[option],
                        1e-12,
                        "option " + option + " at step " + i);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Controller.class)
    void everyDecisionIsUniformAtFirst(Controller controller) {
        INDArray policy = policy(trained(controller, 0), new Batch(steps).features());
        for (int i = 0; i < steps.size(); i++) {
            int size = SIZES[i % SIZES.length];
            for (int option = 0; option < MOST; option++) {
                double p = policy.getDouble(i / SIZES.length, option, i % SIZES.length);
                assertEquals(option < size ? 1.0 / size : 0, p, 1e-12, "option " + option + " at step " + i);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Controller.class)
    void optionsThatADecisionLacksStayImpossible(Controller controller) {
        INDArray policy = policy(trained(controller, 10), new Batch(steps).features());
        for (int i = 0; i < steps.size(); i++) {
            double sum = 0;
            for (int option = 0; option < SIZES[i % SIZES.length]; option++) {
                sum += policy.getDouble(i / SIZES.length, option, i % SIZES.length);
            }
            assertEquals(1, sum, 1e-12, "probability of what step " + i + " may take");
        }
    }

    /** At the third decision: another first choice, the same second one. */
    @ParameterizedTest
    @EnumSource(Controller.class)
    void onlyTheLstmRemembersMoreThanThePreviousChoice(Controller controller) {
        double difference = difference(trained(controller, 10), 2);
        assertEquals(controller == Controller.LSTM, difference > 1e-6, "difference of " + difference);
    }

    /** At the last decision: another choice just before. */
    @ParameterizedTest
    @EnumSource(Controller.class)
    void onlyTheLogitsForgetThePreviousChoice(Controller controller) {
        double difference = difference(trained(controller, 10), 3);
        assertEquals(controller != Controller.LOGITS, difference > 1e-6, "difference of " + difference);
    }

    @ParameterizedTest
    @EnumSource(Controller.class)
    void theSameSeedMakesTheSameControllerWhateverTheThreadDrewBefore(Controller controller) {
        Features features = new Batch(steps).features();
        INDArray policy = policy(trained(controller, 3), features);
        Nd4j.getRandom().setSeed(99);
        assertEquals(policy, policy(trained(controller, 3), features));
    }

    private PolicyNetwork trained(Controller controller, int updates) {
        ReinforceSettings settings = new ReinforceSettings(controller, 2, 0.05, 0, 0.9, 1, 0.2, 8);
        PolicyNetwork network = PolicyNetwork.create(environment, settings, 5);
        PolicyGradientRule rule = new PolicyGradientRule(network, settings);
        for (int i = 0; i < updates; i++) {
            rule.update(steps);
        }
        return network;
    }

    /** How far apart the two episodes' distributions of a decision are, at most. */
    private double difference(PolicyNetwork network, int decision) {
        double[] one = acting(network, decision);
        double[] other = acting(network, SIZES.length + decision);
        double difference = 0;
        for (int option = 0; option < MOST; option++) {
            difference = Math.max(difference, Math.abs(one[option] - other[option]));
        }
        return difference;
    }

    /** What an agent would be told at a step, having been told all of the episode before it. */
    private double[] acting(PolicyNetwork network, int step) {
        network.reset();
        double[] told = new double[0];
        for (int i = step - step % SIZES.length; i <= step; i++) {
            told = network.output(steps.get(i).getObservation())
                    .get(CommonOutputNames.ActorCritic.Policy)
                    .ravel()
                    .toDoubleVector();
        }
        return told;
    }

    private static INDArray policy(PolicyNetwork network, Features features) {
        return network.output(features).get(CommonOutputNames.ActorCritic.Policy);
    }
}

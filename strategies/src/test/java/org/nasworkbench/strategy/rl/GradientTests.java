package org.nasworkbench.strategy.rl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.deeplearning4j.rl4j.agent.learning.update.Features;
import org.deeplearning4j.rl4j.agent.learning.update.FeaturesLabels;
import org.deeplearning4j.rl4j.agent.learning.update.Gradients;
import org.deeplearning4j.rl4j.experience.StateActionReward;
import org.deeplearning4j.rl4j.network.CommonGradientNames;
import org.deeplearning4j.rl4j.network.CommonOutputNames;
import org.deeplearning4j.rl4j.network.INetworkHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nasworkbench.strategy.ToyGround;
import org.nasworkbench.strategy.rl.ReinforceSettings.Controller;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The gradient that each controller computes against differences of the objective, written down anew here: the mean over episodes
 * of the sum over decisions of min(ratio A, clip(ratio) A) + weight x entropy. At every epoch of two batches, so that ratios below,
 * within and beyond the clip occur, on decisions with unequally many options; along random directions, none of which a wrong
 * gradient would survive.
 */
class GradientTests {
    private static final double STEP = 1e-5;
    private static final int DIRECTIONS = 5;
    private static final double ENTROPY = 0.05;
    private static final double CLIP = 0.1;
    private static final List<EpisodeScript> FIRST =
            List.of(EpisodeScript.of(0.9, 2, 0, 1), EpisodeScript.of(0.1, 0, 0, 1), EpisodeScript.of(0.4, 2, 0, 0));
    private static final List<EpisodeScript> SECOND =
            List.of(EpisodeScript.of(0.2, 1, 0, 1), EpisodeScript.of(0.8, 2, 0, 0), EpisodeScript.of(0.35, 0, 0, 0));

    private final ArchitectureEnvironment environment =
            new ArchitectureEnvironment(ToyGround.of(3, 1, 2).space());

    @ParameterizedTest
    @EnumSource(Controller.class)
    void ofReinforceIsTheSlopeOfItsObjective(Controller controller) {
        Checked network = learn(new ReinforceSettings(controller, 3, 0.1, ENTROPY, 0.5, 1, CLIP, 2));
        assertEquals(2, network.checks);
    }

    @ParameterizedTest
    @EnumSource(Controller.class)
    void ofPpoIsTheSlopeOfItsObjective(Controller controller) {
        Checked network = learn(new ReinforceSettings(controller, 3, 0.1, ENTROPY, 0.5, 3, CLIP, 2));
        assertEquals(6, network.checks);
        int ratios = 6 * FIRST.size() * FIRST.get(0).choices().size();
        assertTrue(network.clipped > 0 && network.clipped < ratios, network.clipped + " of " + ratios + " clipped");
    }

    private Checked learn(ReinforceSettings settings) {
        Checked network = checked(settings);
        PolicyGradientRule rule = new PolicyGradientRule(network, settings);
        for (List<EpisodeScript> scripts : List.of(FIRST, SECOND)) {
            List<StateActionReward<Integer>> steps = EpisodeScript.play(environment, scripts);
            network.expect(steps, advantages(scripts));
            rule.update(steps);
        }
        return network;
    }

    /** Above the mean of the first batch: it is the second one's baseline too, being all there was before. */
    private static double[] advantages(List<EpisodeScript> scripts) {
        double baseline =
                FIRST.stream().mapToDouble(EpisodeScript::reward).average().orElseThrow();
        return scripts.stream()
                .mapToDouble(script -> script.reward() - baseline)
                .toArray();
    }

    private Checked checked(ReinforceSettings settings) {
        if (settings.controller() == Controller.LOGITS) {
            LogitTable table = new LogitTable(environment, settings);
            return new Checked(table, false, table.logits(), table::changed);
        }
        boolean recurrent = settings.controller() == Controller.LSTM;
        ControllerGraph graph = recurrent
                ? ControllerGraph.lstm(environment, settings, 5)
                : ControllerGraph.mlp(environment, settings, 5);
        return new Checked(graph.handler(), recurrent, graph.graph().params(), () -> {});
    }

    /** A controller that checks each gradient when it is asked for. */
    private static final class Checked extends PolicyNetwork {
        private final INDArray parameters;
        private final Runnable changed;
        private final SplittableRandom random = new SplittableRandom(1);
        private Surrogate objective;
        private int checks;
        private int clipped;

        Checked(INetworkHandler handler, boolean recurrent, INDArray parameters, Runnable changed) {
            super(handler, recurrent);
            this.parameters = parameters;
            this.changed = changed;
        }

        void expect(List<StateActionReward<Integer>> steps, double[] advantages) {
            objective = new Surrogate(steps, advantages);
        }

        @Override
        public Gradients computeGradients(FeaturesLabels labels) {
            Features features = labels.getFeatures();
            objective.begin(policy(features));
            clipped += objective.clipped(policy(features));
            Gradients gradients = super.computeGradients(labels);
            INDArray descent = gradients
                    .getGradient(CommonGradientNames.ActorCritic.Policy)
                    .gradient();
            for (int i = 0; i < DIRECTIONS; i++) {
                INDArray direction = direction();
                double slope =
                        (objective(direction, STEP, features) - objective(direction, -STEP, features)) / (2 * STEP);
                // DL4J descends, and sums over the episodes at first.
                double ascent =
                        -descent.ravel().mul(direction.ravel()).sumNumber().doubleValue() / labels.getBatchSize();
                assertEquals(slope, ascent, 1e-7, "at check " + checks);
            }
            checks++;
            return gradients;
        }

        private INDArray direction() {
            double[] values = random.doubles(parameters.length(), -1, 1).toArray();
            return Nd4j.create(values, parameters.shape(), parameters.ordering());
        }

        private double objective(INDArray direction, double step, Features features) {
            INDArray here = parameters.dup();
            parameters.addi(direction.mul(step));
            changed.run();
            double value = objective.value(policy(features));
            parameters.assign(here);
            changed.run();
            return value;
        }

        private INDArray policy(Features features) {
            return output(features).get(CommonOutputNames.ActorCritic.Policy);
        }
    }

    /** The objective of one batch, for policies [episodes, options, decisions]. */
    private static final class Surrogate {
        private final List<StateActionReward<Integer>> steps;
        private final double[] advantages;
        private final int decisions;
        private double[] before;

        Surrogate(List<StateActionReward<Integer>> steps, double[] advantages) {
            this.steps = steps;
            this.advantages = advantages;
            decisions = steps.size() / advantages.length;
        }

        /** The first policy is the one that the batch is taken to be drawn from. */
        void begin(INDArray policy) {
            before = before == null ? taken(policy) : before;
        }

        double value(INDArray policy) {
            double[] now = taken(policy);
            double sum = 0;
            for (int i = 0; i < now.length; i++) {
                double ratio = now[i] / before[i];
                double bound = Math.max(1 - CLIP, Math.min(1 + CLIP, ratio));
                sum += Math.min(ratio * advantages[i / decisions], bound * advantages[i / decisions]);
                for (int option = 0; option < policy.size(1); option++) {
                    double p = policy.getDouble(i / decisions, option, i % decisions);
                    sum -= p > 0 ? ENTROPY * p * Math.log(p) : 0;
                }
            }
            return sum / advantages.length;
        }

        /** Steps whose objective the clip has made flat. */
        int clipped(INDArray policy) {
            double[] now = taken(policy);
            return (int) IntStream.range(0, now.length)
                    .filter(i -> advantages[i / decisions] * (now[i] / before[i] - 1)
                            > Math.abs(advantages[i / decisions]) * CLIP)
                    .count();
        }

        private double[] taken(INDArray policy) {
            return IntStream.range(0, steps.size())
                    .mapToDouble(
                            i -> policy.getDouble(i / decisions, steps.get(i).getAction(), i % decisions))
                    .toArray();
        }
    }
}

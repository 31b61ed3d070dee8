package org.nasworkbench.strategy.rl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nasworkbench.strategy.ToyGround;
import org.nasworkbench.strategy.rl.ReinforceSettings.Controller;

class LogitTableTests {
    private static final int[] SIZES = {3, 1, 4};
    private static final double RATE = 0.05;
    private static final double DECAY = 0.9;

    private final ArchitectureEnvironment environment =
            new ArchitectureEnvironment(ToyGround.of(3, 1, 4).space());

    /** Sixty updates of one architecture each, against REINFORCE and Adam (Kingma and Ba, algorithm 1) in plain arithmetic. */
    @Test
    void learnsAsThePaperSays() {
        ReinforceSettings settings = new ReinforceSettings(Controller.LOGITS, 1, RATE, 0, DECAY, 1, 0.2, 1);
        LogitTable table = new LogitTable(environment, settings);
        PolicyGradientRule rule = new PolicyGradientRule(new PolicyNetwork(table, false), settings);
        ByHand byHand = new ByHand();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 60; i++) {
            double reward = random.nextDouble();
            List<Integer> choices = new ArrayList<>();
            for (int size : SIZES) {
                choices.add(random.nextInt(size));
            }
            rule.update(EpisodeScript.play(environment, List.of(new EpisodeScript(reward, choices))));
            byHand.update(choices, reward);
            for (int d = 0; d < SIZES.length; d++) {
                for (int o = 0; o < SIZES[d]; o++) {
                    assertEquals(byHand.logits[d][o], table.logits().getDouble(d, o), 1e-9, "update " + i);
                }
            }
        }
    }

    private static final class ByHand {
        private final double[][] logits = new double[SIZES.length][4];
        private final double[][] m = new double[SIZES.length][4];
        private final double[][] v = new double[SIZES.length][4];
        private final List<Double> rewards = new ArrayList<>();

        void update(List<Integer> choices, double reward) {
            double advantage = rewards.isEmpty() ? 0 : reward - baseline();
            rewards.add(reward);
            int t = rewards.size();
            for (int d = 0; d < SIZES.length; d++) {
                double[] odds =
                        Arrays.stream(logits[d], 0, SIZES[d]).map(Math::exp).toArray();
                for (int o = 0; o < odds.length; o++) {
                    double p = odds[o] / Arrays.stream(odds).sum();
                    double gradient = advantage * (p - (choices.get(d) == o ? 1 : 0));
                    m[d][o] = 0.9 * m[d][o] + 0.1 * gradient;
                    v[d][o] = 0.999 * v[d][o] + 0.001 * gradient * gradient;
                    double rate = RATE * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.9, t));
                    logits[d][o] -= rate * m[d][o] / (Math.sqrt(v[d][o]) + 1e-8);
                }
            }
        }

        private double baseline() {
            double sum = 0;
            double weight = 0;
            for (int i = 0; i < rewards.size(); i++) {
                double w = Math.pow(DECAY, rewards.size() - 1 - i);
                sum += w * rewards.get(i);
                weight += w;
            }
            return sum / weight;
        }
    }
}

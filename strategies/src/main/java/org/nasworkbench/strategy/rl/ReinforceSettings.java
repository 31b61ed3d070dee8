package org.nasworkbench.strategy.rl;

/**
 * The numbers of {@link Reinforce}.
 *
 * @param controller what proposes architectures
 * @param batch architectures per update
 * @param learningRate of Adam, above 0
 * @param entropy weight of the entropy bonus, in value per nat, 0 or more
 * @param baselineDecay how much of the past the moving-average baseline keeps at an update, in [0, 1]; 1 is the mean of all
 * @param epochs passes over each batch; 1 is REINFORCE, more is PPO
 * @param clip PPO's bound on the ratio of new to old probability, above 0: [1 - clip, 1 + clip]
 * @param hidden units of the hidden layer; the logits have none
 */
public record ReinforceSettings(
        Controller controller,
        int batch,
        double learningRate,
        double entropy,
        double baselineDecay,
        int epochs,
        double clip,
        int hidden) {
    /** What proposes architectures: its probabilities for a decision may depend on the choices before it. */
    public enum Controller {
        /** A hidden layer that sees the decision due and the previous choice. */
        MLP,
        /** A recurrent layer that has seen all choices before. */
        LSTM,
        /** One free logit for each option of each decision: all decisions are independent. */
        LOGITS
    }

    public ReinforceSettings {
        require(batch >= 1, "batch must be at least 1", batch);
        require(learningRate > 0, "learning-rate must be above 0", learningRate);
        require(entropy >= 0, "entropy must be 0 or more", entropy);
        require(baselineDecay >= 0 && baselineDecay <= 1, "baseline-decay must be in [0, 1]", baselineDecay);
        require(epochs >= 1, "epochs must be at least 1", epochs);
        require(clip > 0, "clip must be above 0", clip);
        require(hidden >= 1, "hidden must be at least 1", hidden);
    }

    private static void require(boolean holds, String rule, Number value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", but was " + value);
        }
    }
}

package org.nasworkbench.strategy.rl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.deeplearning4j.rl4j.agent.AgentLearner;
import org.deeplearning4j.rl4j.observation.transform.TransformProcess;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.strategy.Laboratory;
import org.nasworkbench.strategy.SearchResult;
import org.nasworkbench.strategy.SearchStrategy;

/**
 * A controller that proposes architectures and learns by policy gradient from what they are worth. Zoph and Le, "Neural
 * Architecture Search with Reinforcement Learning", ICLR 2017, arXiv 1611.01578, with the latency-aware reward of Tan et al.,
 * "MnasNet", CVPR 2019, arXiv 1807.11626: the study's objective. With several epochs it is PPO, as in Zoph et al., "Learning
 * Transferable Architectures for Scalable Image Recognition", CVPR 2018, arXiv 1707.07012, and in MnasNet. A table of logits as
 * the controller is that of Dong and Yang, "NAS-Bench-201", ICLR 2020, arXiv 2001.00326.
 *
 * <p>Deviations: all decisions share one output layer (the recurrent controllers of the papers have one for each) and begin with
 * the uniform distribution; the LSTM has one layer, as in the CVPR 2018 paper; one learner instead of parallel replicas. The
 * reward of a failed network is 0, or the smallest value so far where that is below 0.
 */
public final class Reinforce implements SearchStrategy {
    private final ReinforceSettings settings;

    public Reinforce(ReinforceSettings settings) {
        this.settings = settings;
    }

    @Override
    public SearchResult search(Laboratory lab) throws InterruptedException {
        return new Run(lab).search();
    }

    /** The state of one search. */
    private final class Run {
        private final Laboratory lab;
        private final SearchSpace space;
        private final ArchitectureEnvironment environment;
        private final SamplingPolicy policy;
        private final PolicyGradientRule rule;
        private final Episodes episodes = new Episodes();
        private final AgentLearner<Integer> agent;
        private final List<Trial> trials = new ArrayList<>();
        private final Set<Architecture> distinct = new HashSet<>();
        private double failedReward;
        private int begun;

        Run(Laboratory lab) {
            this.lab = lab;
            space = lab.ground().space();
            environment = new ArchitectureEnvironment(space);
            long seed = lab.random("reinforce/weights").nextLong(1, Long.MAX_VALUE);
            PolicyNetwork network = PolicyNetwork.create(environment, settings, seed);
            policy = new SamplingPolicy(network);
            rule = new PolicyGradientRule(network, settings);
            agent = new AgentLearner<>(
                    environment,
                    TransformProcess.builder().build(ArchitectureEnvironment.STATE, ArchitectureEnvironment.MASK),
                    policy,
                    AgentLearner.Configuration.builder().build(),
                    "controller",
                    episodes);
        }

        SearchResult search() throws InterruptedException {
            while (!lab.exhausted()) {
                List<Trial> batch = lab.evaluate(sample());
                trials.addAll(batch);
                if (!batch.isEmpty()) {
                    learn(batch);
                }
            }
            return SearchResult.best(trials);
        }

        private List<Architecture> sample() {
            List<Architecture> architectures = new ArrayList<>();
            for (int i = 0; i < settings.batch(); i++) {
                policy.beginEpisode(lab.random("reinforce/episode/" + begun++));
                agent.run();
                architectures.add(environment.architecture());
            }
            return architectures;
        }

        private void learn(List<Trial> batch) {
            int step = rule.getUpdateCount();
            rule.update(episodes.replay(rewards(batch)));
            batch.forEach(trial -> distinct.add(space.canonical(trial.architecture())));
            lab.trace("entropy", step, rule.entropy());
            lab.trace("distinct", step, distinct.size());
            OptionalDouble mean = batch.stream()
                    .flatMapToDouble(trial -> trial.value().stream())
                    .average();
            mean.ifPresent(value -> lab.trace("mean-value", step, value));
        }

        private double[] rewards(List<Trial> batch) {
            for (Trial trial : batch) {
                failedReward = Math.min(failedReward, trial.value().orElse(0));
            }
            return batch.stream()
                    .mapToDouble(trial -> trial.value().orElse(failedReward))
                    .toArray();
        }
    }
}

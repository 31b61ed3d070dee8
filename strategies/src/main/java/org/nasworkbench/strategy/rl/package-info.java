/**
 * Reinforcement learning on RL4J: {@link org.nasworkbench.strategy.rl.Reinforce} lets an RL4J agent build architectures one
 * decision at a time and learns from what they turn out to be worth.
 *
 * <p>RL4J gives the environment, agent, policy, experience, update-rule and network; sampling with the run's own generator, the
 * rule and the entropy weight are ours, because RL4J has no REINFORCE, learns after each single episode and draws from
 * generators of its own. ND4J beneath it has no native library for some platforms (Apple Silicon), so only
 * {@link org.nasworkbench.strategy.rl.ReinforceProvider#create} loads it.
 */
package org.nasworkbench.strategy.rl;

/**
 * Ways to search. A {@link org.nasworkbench.strategy.SearchStrategy} is plain sequential code that reaches training, latency,
 * randomness and its budget only through its {@link org.nasworkbench.strategy.Laboratory}; a
 * {@link org.nasworkbench.strategy.StrategyProvider} makes it known to studies under a name.
 */
package org.nasworkbench.strategy;

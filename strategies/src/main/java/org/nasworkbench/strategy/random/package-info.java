/**
 * The baselines that every other strategy has to beat: {@link org.nasworkbench.strategy.random.RandomSearch} keeps the best of
 * many uniform draws, {@link org.nasworkbench.strategy.random.RandomSampling} takes a draw as it comes.
 */
package org.nasworkbench.strategy.random;

/**
 * Evolution on Jenetics: {@link org.nasworkbench.strategy.evolution.RegularizedEvolution} is its engine with an evaluator that
 * asks the laboratory, a mutation of one decision and survivors by age.
 */
package org.nasworkbench.strategy.evolution;

/**
 * Evolution from parts of Jenetics: {@link org.nasworkbench.strategy.evolution.RegularizedEvolution} ages one network at a time,
 * {@link org.nasworkbench.strategy.evolution.Nsga2} keeps a front. Whoever is born is evaluated by the laboratory.
 */
package org.nasworkbench.strategy.evolution;

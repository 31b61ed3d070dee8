/** Evaluations a second, ours and other libraries', where an evaluation costs nothing; begun by {@link org.nasworkbench.benchmark.EngineComparison}. */
package org.nasworkbench.benchmark;

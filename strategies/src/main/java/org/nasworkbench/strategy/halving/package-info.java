/**
 * Search by trainings of growing length: {@link org.nasworkbench.strategy.halving.SuccessiveHalving} trains many networks shortly and
 * the best of them again for longer.
 */
package org.nasworkbench.strategy.halving;

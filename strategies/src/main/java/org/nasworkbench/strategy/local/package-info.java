/**
 * Search along neighbours: {@link org.nasworkbench.strategy.local.LocalSearch} climbs from random starts, one decision at a time.
 */
package org.nasworkbench.strategy.local;

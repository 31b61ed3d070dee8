/** Statistics that need the JDK alone: ranks and their correlations, quantiles, a bootstrap of the median. */
package org.nasworkbench.statistics;

/** Holds what was written about a run against what its record says: every number is made again and compared. */
package org.nasworkbench.experiment.verify;

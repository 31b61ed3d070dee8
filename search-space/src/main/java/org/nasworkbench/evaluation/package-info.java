/**
 * What a trial is: an architecture goes in, an {@link org.nasworkbench.evaluation.Outcome} and its
 * {@link org.nasworkbench.evaluation.Cost} come out. Stand-alone training by the one shared protocol lives here.
 */
package org.nasworkbench.evaluation;

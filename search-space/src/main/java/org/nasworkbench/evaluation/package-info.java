/**
 * What a trial is: a piece of {@link org.nasworkbench.evaluation.Work} goes in, an
 * {@link org.nasworkbench.evaluation.Outcome} and its {@link org.nasworkbench.evaluation.Cost} come out. Stand-alone
 * training by the one shared {@link org.nasworkbench.evaluation.TrainingProtocol} lives here too.
 */
package org.nasworkbench.evaluation;

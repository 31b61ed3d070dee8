/**
 * Running a study: one {@link org.nasworkbench.experiment.run.StudyLaboratory} per strategy and seed on one worker pool, then final
 * trainings, then results. Whatever is interrupted is taken up from the record by replay.
 */
package org.nasworkbench.experiment.run;

package org.nasworkbench.experiment.study;

/** What a study's strategies share: networks that are trained here, or a table of trainings that others did. */
public sealed interface GroundSpec permits TrainedSpec, TableSpec {}

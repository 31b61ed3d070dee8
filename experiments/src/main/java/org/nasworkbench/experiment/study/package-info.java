/**
 * The study format: a YAML file becomes a {@link org.nasworkbench.experiment.study.Study}, or an
 * {@link org.nasworkbench.experiment.study.InvalidStudyException} that names every mistake with its line, column and key.
 *
 * <p>The way of a file: text, a JSON tree with the place of each key ({@code YamlReader}), changes from the command line
 * ({@code Change}), the shipped JSON schema ({@link org.nasworkbench.experiment.study.StudySchema}), rules that span keys
 * ({@code GroundRules} with {@code TrainedRules} or {@code TableRules}, {@code StrategyRules}), records.
 */
package org.nasworkbench.experiment.study;

package org.nasworkbench.experiment.study;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A study that cannot be run, with all its mistakes. */
public final class InvalidStudyException extends Exception {
    private static final long serialVersionUID = 1;

    private final List<Problem> problems;

    /**
     * Sorts the problems by place: those of the file, then those of {@code --set}.
     *
     * @param problems at least one
     */
    public InvalidStudyException(List<Problem> problems) {
        super(sorted(problems).stream().map(Problem::toString).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an invalid study must have at least 1 problem, but has none");
        }
        this.problems = sorted(problems);
    }

    /** The mistakes, sorted by line. */
    public List<Problem> problems() {
        return problems;
    }

    private static List<Problem> sorted(List<Problem> problems) {
        return problems.stream()
                .sorted(Comparator.comparing((Problem problem) -> problem.file().equals(Change.FILE))
                        .thenComparing(Problem::line)
                        .thenComparing(Problem::column))
                .toList();
    }
}

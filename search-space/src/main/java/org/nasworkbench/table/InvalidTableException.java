package org.nasworkbench.table;

import java.util.List;

/** A table that cannot be used as it is; the message lists every bad row. */
public final class InvalidTableException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    InvalidTableException(String file, List<String> problems) {
        super(file + " cannot be used as a table:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line a problem, in the order of the rows. */
    public List<String> problems() {
        return problems;
    }
}

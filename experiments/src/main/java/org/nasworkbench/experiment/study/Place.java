package org.nasworkbench.experiment.study;

import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Where something stands.
 *
 * @param line from 1
 * @param column from 1
 */
record Place(String file, int line, int column) {
    static Place of(String file, Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** The place of a character of a text. */
    static Place of(String file, String text, int index) {
        String before = text.substring(0, Math.min(index, text.length()));
        int line = (int) before.chars().filter(character -> character == '\n').count() + 1;
        return new Place(file, line, before.length() - before.lastIndexOf('\n'));
    }

    Problem problem(String key, String rule, String value, String hint) {
        return new Problem(file, line, column, key, rule, value, hint);
    }
}

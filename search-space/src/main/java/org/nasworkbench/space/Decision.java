package org.nasworkbench.space;

import java.io.Serializable;
import java.util.List;

/**
 * One thing to decide in a search space.
 *
 * @param name what is decided, such as {@code block7}
 * @param options the names of the options, at least one, all different
 */
public record Decision(String name, List<String> options) implements Serializable {
    public Decision {
        options = List.copyOf(options);
        if (options.isEmpty()) {
            throw new IllegalArgumentException("a decision must have at least one option, but " + name + " has none");
        }
        if (options.stream().distinct().count() != options.size()) {
            throw new IllegalArgumentException("options must differ, but " + name + " has " + options);
        }
    }

    /** The number of options. */
    public int size() {
        return options.size();
    }
}

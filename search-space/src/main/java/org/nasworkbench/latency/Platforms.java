package org.nasworkbench.latency;

import java.util.List;
import org.nasworkbench.space.Nearest;

/** The platforms that a study can ask for by name. */
public final class Platforms {
    private Platforms() {}

    /** The names. */
    public static List<String> names() {
        return List.of(DjlPlatform.NAME);
    }

    /**
     * The platform of a name.
     *
     * @throws IllegalArgumentException naming the nearest known one
     */
    public static Platform named(String name) {
        if (!name.equals(DjlPlatform.NAME)) {
            throw new IllegalArgumentException("a platform must be one of " + names() + ", but was '" + name
                    + "'; did you mean '" + Nearest.word(name, names()) + "'?");
        }
        return new DjlPlatform();
    }
}

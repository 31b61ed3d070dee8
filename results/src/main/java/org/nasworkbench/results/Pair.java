package org.nasworkbench.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Two strategies that are compared. */
record Pair(String first, String second) {
    /** Each with each that comes after it. */
    static List<Pair> of(Collection<String> names) {
        List<String> ordered = List.copyOf(names);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            for (int j = i + 1; j < ordered.size(); j++) {
                pairs.add(new Pair(ordered.get(i), ordered.get(j)));
            }
        }
        return pairs;
    }
}

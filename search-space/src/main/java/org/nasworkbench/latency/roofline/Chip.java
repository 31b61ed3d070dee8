package org.nasworkbench.latency.roofline;

import java.util.Map;

/**
 * A chip as its sheet describes it.
 *
 * @param values by quantity, in the unit that the quantity's name ends with; what was not found is not there
 */
record Chip(String name, Map<String, Double> values) {
    /** Bytes to and from main memory. */
    static final String MEMORY = "memory-gigabytes-per-s";

    Chip {
        values = Map.copyOf(values);
    }

    /**
     * What its sheet says of a quantity.
     *
     * @throws IllegalArgumentException if that is blank: never a guess
     */
    double value(String quantity) {
        Double value = values.get(quantity);
        if (value == null) {
            throw new IllegalArgumentException(
                    "a chip's sheet must tell " + quantity + ", but that of " + name + " does not");
        }
        return value;
    }
}

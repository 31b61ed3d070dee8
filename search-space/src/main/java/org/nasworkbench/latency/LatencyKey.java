package org.nasworkbench.latency;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nasworkbench.space.BlockOption;
import org.nasworkbench.space.BlockPlace;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.Network;

/**
 * What one entry of a latency table is about: an option at a place. Equal blocks at different positions share an entry.
 *
 * @param place text of a {@link BlockPlace}, such as {@code 16x45x60->24/s2}
 * @param option genotype word
 */
public record LatencyKey(String place, String option) implements Serializable {
    /** The entry for an option at a place. */
    public static LatencyKey of(BlockPlace place, BlockOption option) {
        return new LatencyKey(place.toString(), option.name());
    }

    /** All entries that a space needs: every option at every distinct place, in order. Complete by construction. */
    public static List<LatencyKey> all(ChainSpace space) {
        Set<LatencyKey> keys = new LinkedHashSet<>();
        for (BlockPlace place : space.places()) {
            for (BlockOption option : space.options()) {
                keys.add(of(place, option));
            }
        }
        return new ArrayList<>(keys);
    }

    /** The block that the entry stands for. */
    public Network block(ChainSpace space) {
        for (BlockPlace candidate : space.places()) {
            if (candidate.toString().equals(place)) {
                for (BlockOption word : space.options()) {
                    if (word.name().equals(option)) {
                        return space.block(candidate, word);
                    }
                }
            }
        }
        throw new IllegalArgumentException(this + " is no block of " + space.name());
    }

    @Override
    public String toString() {
        return place + " " + option;
    }
}

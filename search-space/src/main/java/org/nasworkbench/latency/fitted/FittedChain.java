package org.nasworkbench.latency.fitted;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nasworkbench.latency.LatencyBuild;
import org.nasworkbench.latency.LatencyCheck;
import org.nasworkbench.latency.LatencyKey;
import org.nasworkbench.latency.LatencyLine;
import org.nasworkbench.latency.LatencyTable;
import org.nasworkbench.latency.Timing;
import org.nasworkbench.space.BlockPlace;
import org.nasworkbench.space.ChainSpace;

/** Terms of a chain's blocks as a latency table, so that a study can train by them: the line's slope is 1, its base that of the terms. */
public final class FittedChain {
    private FittedChain() {}

    /**
     * The table.
     *
     * @param terms 0 or above, equal at equal places, as {@link AdditiveFit#table} has them
     * @param facts where they come from; that of the space is added
     * @param check how well they predict networks that they were not fitted on
     * @throws IllegalArgumentException if a term is not known: a search may ask for any
     */
    public static LatencyTable table(ChainSpace space, TermTable terms, Map<String, String> facts, LatencyCheck check) {
        if (!terms.unknown().isEmpty()) {
            throw new IllegalArgumentException("a latency table of " + space.name()
                    + " must have every option of every block, but the timings leave "
                    + terms.unknown().size() + " open: " + String.join(", ", terms.unknown()));
        }
        Map<LatencyKey, Timing> entries = new LinkedHashMap<>();
        List<BlockPlace> places = space.places();
        for (int block = 0; block < places.size(); block++) {
            for (int option = 0; option < space.options().size(); option++) {
                double millis = terms.terms()[block][option];
                entries.put(
                        LatencyKey.of(places.get(block), space.options().get(option)),
                        new Timing(millis, millis, millis, 0));
            }
        }
        Map<String, String> all = new LinkedHashMap<>();
        all.put("space", LatencyBuild.fingerprint(space));
        all.putAll(facts);
        return new LatencyTable(all, entries, new LatencyLine(terms.baseMillis(), 1), check);
    }
}

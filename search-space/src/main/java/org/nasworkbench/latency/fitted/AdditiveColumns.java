package org.nasworkbench.latency.fitted;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.Decision;
import org.nasworkbench.space.SearchSpace;

/**
 * The columns of a least-squares problem for additive latency: one for the base, one for each option of each decision but a
 * reference. Blocks of a chain that stand at equal places share their columns, so that networks that compute the same are predicted
 * alike.
 */
final class AdditiveColumns {
    /** The column of the base. */
    static final int BASE = 0;

    /** In place of a column: the option is the one that others are compared with. */
    static final int REFERENCE = -1;

    private final int[][] columns;
    private final int count;

    private AdditiveColumns(int[][] columns, int count) {
        this.columns = columns;
        this.count = count;
    }

    /** The columns for some networks; the option that most of them have is the reference. */
    static AdditiveColumns of(SearchSpace space, List<Architecture> networks) {
        List<Decision> decisions = space.decisions();
        int[] first = firstAtSamePlace(space);
        int[][] times = new int[decisions.size()][];
        Arrays.setAll(times, d -> new int[decisions.get(d).size()]);
        for (Architecture network : networks) {
            for (int d = 0; d < times.length; d++) {
                times[first[d]][network.choice(d)]++;
            }
        }
        int[][] columns = new int[times.length][];
        int count = BASE + 1;
        for (int d = 0; d < times.length; d++) {
            if (first[d] < d) {
                columns[d] = columns[first[d]];
                continue;
            }
            int reference = mostOften(times[d]);
            columns[d] = new int[times[d].length];
            for (int option = 0; option < columns[d].length; option++) {
                columns[d][option] = option == reference ? REFERENCE : count++;
            }
        }
        return new AdditiveColumns(columns, count);
    }

    /** How many. */
    int count() {
        return count;
    }

    /** The column of an option, or {@link #REFERENCE}. */
    int of(int decision, int option) {
        return columns[decision][option];
    }

    /** The columns that are 1 for a network, each as often as it counts; references aside. */
    int[] of(Architecture network) {
        return IntStream.concat(
                        IntStream.of(BASE), IntStream.range(0, columns.length).map(d -> columns[d][network.choice(d)]))
                .filter(column -> column != REFERENCE)
                .toArray();
    }

    private static int[] firstAtSamePlace(SearchSpace space) {
        if (!(space instanceof ChainSpace chain)) {
            return IntStream.range(0, space.decisions().size()).toArray();
        }
        Map<String, Integer> first = new HashMap<>();
        return IntStream.range(0, chain.places().size())
                .map(d -> first.computeIfAbsent(chain.places().get(d).toString(), place -> d))
                .toArray();
    }

    private static int mostOften(int[] times) {
        int best = 0;
        for (int i = 1; i < times.length; i++) {
            best = times[i] > times[best] ? i : best;
        }
        return best;
    }
}

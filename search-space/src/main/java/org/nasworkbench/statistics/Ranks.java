package org.nasworkbench.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Numbers in order, ties together.
 *
 * @param order the numbers' places, least number first
 * @param start for each number how many are smaller
 * @param end for each number how many are smaller or equal, itself among them
 */
public record Ranks(int[] order, int[] start, int[] end) {
    /** Orders numbers. */
    public static Ranks of(double... values) {
        int n = values.length;
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] start = new int[n];
        int[] end = new int[n];
        int from = 0;
        for (int to = 1; to <= n; to++) {
            if (to == n || values[order[to]] != values[order[from]]) {
                for (int place = from; place < to; place++) {
                    start[order[place]] = from;
                    end[order[place]] = to;
                }
                from = to;
            }
        }
        return new Ranks(order, start, end);
    }

    /** How many numbers. */
    public int size() {
        return order.length;
    }

    /** From 1; tied numbers share the mean of their ranks. */
    public double rank(int i) {
        return (start[i] + end[i] + 1) / 2.0;
    }

    /** How many numbers are tied with this one, itself among them. */
    public long tied(int i) {
        return end[i] - start[i];
    }

    /** For each number the sum of weights at larger numbers less the sum at smaller ones. */
    public double[] above(double[] weights) {
        int n = size();
        double[] sums = new double[n + 1];
        for (int place = 0; place < n; place++) {
            sums[place + 1] = sums[place] + weights[order[place]];
        }
        return IntStream.range(0, n)
                .mapToDouble(i -> sums[n] - sums[end[i]] - sums[start[i]])
                .toArray();
    }

    /** For each number how many others are ordered to it here as they are there, less how many are ordered the other way. */
    public double[] concordance(Ranks there) {
        int n = size();
        double[] concordance = new double[n];
        Counts seen = new Counts(n);
        int from = 0;
        while (from < n) {
            int to = end[order[from]];
            for (int place = from; place < to; place++) {
                int i = order[place];
                int smallerBoth = seen.below(there.start[i]);
                int smallerLarger = from - seen.below(there.end[i]);
                concordance[i] = smallerBoth - smallerLarger;
            }
            for (int place = from; place < to; place++) {
                seen.add(there.start[order[place]]);
            }
            for (int place = from; place < to; place++) {
                int i = order[place];
                int largerSmaller = there.start[i] - seen.below(there.start[i]);
                int largerBoth = n - there.end[i] - (to - seen.below(there.end[i]));
                concordance[i] += largerBoth - largerSmaller;
            }
            from = to;
        }
        return concordance;
    }

    /** Counts at places, and how many in all are below a place (P. Fenwick, Software: Practice and Experience 24, 1994). */
    private static final class Counts {
        private final int[] tree;

        Counts(int places) {
            tree = new int[places + 1];
        }

        void add(int place) {
            for (int i = place + 1; i < tree.length; i += i & -i) {
                tree[i]++;
            }
        }

        int below(int place) {
            int count = 0;
            for (int i = place; i > 0; i -= i & -i) {
                count += tree[i];
            }
            return count;
        }
    }
}

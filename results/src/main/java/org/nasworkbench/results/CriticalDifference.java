package org.nasworkbench.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nasworkbench.statistics.Ranks;

/**
 * What a critical-difference diagram shows: how methods rank on average over blocks, seeds or problems, that all of them went
 * through (J. Demšar, "Statistical comparisons of classifiers over multiple data sets", Journal of Machine Learning Research 7,
 * 2006). Pairs are told apart by Wilcoxon's signed rank test with Holm's correction, not by Nemenyi's critical difference, under
 * which the verdict on two methods depends on the others (A. Benavoli, G. Corani and F. Mangili, "Should we really use post-hoc tests
 * based on mean-ranks?", Journal of Machine Learning Research 17, 2016, arXiv:1505.02288). Friedman's test and the critical
 * difference stand beside it and decide nothing.
 *
 * @param methods best average rank first
 * @param blocks how many
 * @param nemenyi the difference of average ranks that Nemenyi's test asks for at 0.05
 * @param verdicts on all pairs, in the order of the methods
 * @param cliques the largest sets of two methods or more of which no two are told apart, in the order of the methods. A clique
 *     may leave out a method that ranks between its members, so a figure marks the members and draws no bare bar across
 */
public record CriticalDifference(
        List<Method> methods,
        int blocks,
        Friedman friedman,
        double nemenyi,
        List<Verdict> verdicts,
        List<List<String>> cliques) {
    public CriticalDifference {
        methods = List.copyOf(methods);
        verdicts = List.copyOf(verdicts);
        cliques = cliques.stream().map(List::copyOf).toList();
    }

    /** A method; rank 1 is the best, ties share the mean of their ranks. */
    public record Method(String name, double averageRank) {}

    /** Whether two methods, the better average rank first, are told apart. */
    public record Verdict(String first, String second, double correctedP) {
        /** Whether a difference is shown. */
        public boolean apart() {
            return correctedP <= Comparison.ALPHA;
        }
    }

    /**
     * The first measure in which a study's strategies can be ranked: three or more, all with numbers for the same seeds, and seeds
     * enough for a difference to be shown at all.
     */
    public static Optional<Measure> measure(StudyResults study) {
        long strategies =
                study.runs().stream().map(StudyResults.Run::strategy).distinct().count();
        return Arrays.stream(Measure.values())
                .filter(measure -> {
                    Collection<SortedMap<Long, Double>> numbers =
                            RunNumbers.of(study, measure).byStrategy().values();
                    Set<Set<Long>> seeds =
                            numbers.stream().map(SortedMap::keySet).collect(Collectors.toSet());
                    return strategies >= 3
                            && numbers.size() == strategies
                            && seeds.size() == 1
                            && seeds.iterator().next().size() >= fewestBlocks(numbers.size());
                })
                .findFirst();
    }

    /** With fewer blocks no ranks could tell any two of so many methods apart: Wilcoxon's p is at least 2 / 2^blocks. */
    static int fewestBlocks(int methods) {
        int pairs = methods * (methods - 1) / 2;
        int blocks = 2;
        while (Math.pow(2, 1 - blocks) > Comparison.ALPHA / pairs) {
            blocks++;
        }
        return blocks;
    }

    /** A study's strategies over its seeds; all must have numbers for the same seeds. */
    public static CriticalDifference of(StudyResults study, Measure measure) {
        return of(RunNumbers.of(study, measure).samples(Design.PAIRED));
    }

    /**
     * Methods over blocks.
     *
     * @param scores by method, each with a number for every block, in the same order; more is better
     */
    public static CriticalDifference of(Map<String, Sample> scores) {
        List<String> names = List.copyOf(scores.keySet());
        int blocks = scores.values().stream().mapToInt(Sample::size).max().orElse(0);
        if (names.size() < 2 || blocks < 2 || scores.values().stream().anyMatch(sample -> sample.size() != blocks)) {
            throw new IllegalArgumentException(
                    "ranks need two methods or more, each with a number for the same two blocks or more, but the sizes were "
                            + scores.values().stream().map(Sample::size).toList());
        }
        double[] ranks = averageRanks(List.copyOf(scores.values()), blocks);
        List<Method> methods = IntStream.range(0, ranks.length)
                .mapToObj(i -> new Method(names.get(i), ranks[i]))
                .sorted(Comparator.comparingDouble(Method::averageRank))
                .toList();
        List<Verdict> verdicts = verdicts(methods, scores);
        return new CriticalDifference(
                methods,
                blocks,
                Friedman.of(ranks, blocks),
                StudentizedRange.quantile(names.size(), Comparison.ALPHA)
                        * Math.sqrt(names.size() * (names.size() + 1) / (12.0 * blocks)),
                verdicts,
                cliques(methods, verdicts));
    }

    /** Each block ranks the methods, its best first. */
    private static double[] averageRanks(List<Sample> scores, int blocks) {
        double[] ranks = new double[scores.size()];
        for (int block = 0; block < blocks; block++) {
            int at = block;
            Ranks ranking = Ranks.of(scores.stream()
                    .mapToDouble(sample -> -sample.values().get(at))
                    .toArray());
            for (int method = 0; method < ranks.length; method++) {
                ranks[method] += ranking.rank(method);
            }
        }
        return Arrays.stream(ranks).map(sum -> sum / blocks).toArray();
    }

    private static List<Verdict> verdicts(List<Method> methods, Map<String, Sample> scores) {
        List<Pair> pairs = Pair.of(methods.stream().map(Method::name).toList());
        double[] p = Holm.corrected(pairs.stream()
                .mapToDouble(pair -> Design.PAIRED.rankP(scores.get(pair.first()), scores.get(pair.second())))
                .toArray());
        return IntStream.range(0, p.length)
                .mapToObj(i -> new Verdict(pairs.get(i).first(), pairs.get(i).second(), p[i]))
                .toList();
    }

    private static List<List<String>> cliques(List<Method> methods, List<Verdict> verdicts) {
        List<String> names = methods.stream().map(Method::name).toList();
        Map<String, Set<String>> near = new HashMap<>();
        names.forEach(name -> near.put(name, new HashSet<>()));
        verdicts.stream().filter(verdict -> !verdict.apart()).forEach(verdict -> {
            near.get(verdict.first()).add(verdict.second());
            near.get(verdict.second()).add(verdict.first());
        });
        List<List<String>> cliques = new ArrayList<>();
        extend(List.of(), names, List.of(), near, cliques);
        return cliques;
    }

    /**
     * Adds all largest cliques that have these members and any of the candidates (C. Bron and J. Kerbosch, "Algorithm 457: finding
     * all cliques of an undirected graph", Communications of the ACM 16, 1973).
     *
     * @param done near all members, but with cliques that were found already
     */
    private static void extend(
            List<String> members,
            List<String> candidates,
            List<String> done,
            Map<String, Set<String>> near,
            List<List<String>> cliques) {
        if (candidates.isEmpty() && done.isEmpty() && members.size() > 1) {
            cliques.add(members);
        }
        for (int i = 0; i < candidates.size(); i++) {
            String next = candidates.get(i);
            Predicate<String> nearNext = near.get(next)::contains;
            extend(
                    plus(members, List.of(next)),
                    candidates.subList(i + 1, candidates.size()).stream()
                            .filter(nearNext)
                            .toList(),
                    plus(done, candidates.subList(0, i)).stream()
                            .filter(nearNext)
                            .toList(),
                    near,
                    cliques);
        }
    }

    private static List<String> plus(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}

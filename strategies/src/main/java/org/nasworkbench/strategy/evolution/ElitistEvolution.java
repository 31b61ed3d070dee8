package org.nasworkbench.strategy.evolution;

import io.jenetics.Genotype;
import io.jenetics.IntegerGene;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.SearchSpace;

/**
 * Evolution where a score is cheap: the best of all so far have children, half by crossover of two and half by mutation of one, and every
 * network is scored once. Guo et al., "Single Path One-Shot Neural Architecture Search with Uniform Sampling", ECCV 2020, arXiv 1904.00420,
 * algorithm 1: 20 generations of 50, of which the 10 best are parents, each decision mutating with probability 0.1.
 *
 * <p>Deviations: a mutated decision takes another option, where theirs may take the same. Networks that compute the same count as one.
 *
 * @param population networks of a generation, at least 2
 * @param parents best networks that have children, at least 1
 * @param generations after the first, random one
 * @param mutation probability of each decision to change, in (0, 1]
 */
public record ElitistEvolution(int population, int parents, int generations, double mutation) {
    static {
        Sequences.load();
    }

    private static final int TRIES_PER_NETWORK = 10;

    public ElitistEvolution {
        if (population < 2 || parents < 1 || generations < 0 || !(mutation > 0 && mutation <= 1)) {
            throw new IllegalArgumentException(
                    "population must be at least 2, parents at least 1, generations at least 0"
                            + " and mutation in (0, 1], but they were " + population + ", " + parents + ", "
                            + generations
                            + " and " + mutation);
        }
    }

    /** Values of networks, larger is better, in the same order. */
    public interface Values {
        double[] of(int generation, List<Architecture> networks) throws InterruptedException;
    }

    /**
     * Searches.
     *
     * @param allowed networks that may be scored; drawing ends after ten tries for each network of a generation
     * @return all scored networks, the best first, the earlier of equals
     * @throws IllegalStateException if no allowed network was found
     */
    public List<Architecture> search(
            SearchSpace space, Predicate<Architecture> allowed, Values values, RandomGenerator random)
            throws InterruptedException {
        Encoding encoding = new Encoding(space);
        Mating crossover = new Mating(1, 0);
        Mating change = new Mating(0, mutation);
        Map<Architecture, Double> scored = new LinkedHashMap<>();
        List<Architecture> best = List.of();
        for (int generation = 0; generation <= generations; generation++) {
            List<Architecture> elite = best.subList(0, Math.min(parents, best.size()));
            Brood brood = new Brood(space, allowed, scored);
            if (!elite.isEmpty()) {
                Supplier<Genotype<IntegerGene>> parent = () -> encoding.encode(elite.get(random.nextInt(elite.size())));
                brood.fill(
                        population / 2,
                        () -> encoding.decode(crossover
                                .children(parent.get(), parent.get(), random)
                                .get(0)));
                brood.fill(
                        population,
                        () -> encoding.decode(change.children(parent.get(), parent.get(), random)
                                .get(0)));
            }
            brood.fill(population, () -> space.sample(random));
            if (brood.networks.isEmpty()) {
                break;
            }
            double[] told = values.of(generation, brood.networks);
            for (int i = 0; i < told.length; i++) {
                scored.put(space.canonical(brood.networks.get(i)), told[i]);
            }
            best = scored.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .map(Map.Entry::getKey)
                    .toList();
        }
        if (best.isEmpty()) {
            throw new IllegalStateException(
                    "a network that the constraint allows must be found in " + population * TRIES_PER_NETWORK
                            + " random draws, but none was: give the constraint a larger target");
        }
        return best;
    }

    /** A generation that is being born: different networks, none scored before. */
    private static final class Brood {
        private final SearchSpace space;
        private final Predicate<Architecture> allowed;
        private final Map<Architecture, Double> scored;
        private final List<Architecture> networks = new ArrayList<>();

        Brood(SearchSpace space, Predicate<Architecture> allowed, Map<Architecture, Double> scored) {
            this.space = space;
            this.allowed = allowed;
            this.scored = scored;
        }

        void fill(int size, Supplier<Architecture> birth) {
            int tries = TRIES_PER_NETWORK * (size - networks.size());
            for (int i = 0; i < tries && networks.size() < size; i++) {
                Architecture network = space.canonical(birth.get());
                if (allowed.test(network) && !scored.containsKey(network) && !networks.contains(network)) {
                    networks.add(network);
                }
            }
        }
    }
}

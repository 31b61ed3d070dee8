package org.nasworkbench.strategy.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.strategy.BetterThanRandom;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.Objective;
import org.nasworkbench.strategy.SearchResult;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.SearchStrategyContract;
import org.nasworkbench.strategy.TestLaboratory;
import org.nasworkbench.strategy.ToyGround;
import org.nasworkbench.strategy.local.LocalSearch.Step;

class LocalSearchTests extends SearchStrategyContract {
    private final SearchSpace space = ground().space();

    @Override
    protected SearchStrategy strategy() {
        return new LocalSearch(Step.BEST, 4);
    }

    @ParameterizedTest
    @CsvSource({"1", "4", "100"})
    void wholeNeighbourhoodsAreEvaluatedAndTheBestIsMovedTo(int batch) throws InterruptedException {
        TestLaboratory lab = failingSometimes(500);
        new LocalSearch(Step.BEST, batch).search(lab);
        List<Trial> trials = lab.trials();
        int climbs = 0;
        int next = 0;
        while (next < trials.size()) {
            Trial here = trials.get(next++);
            Set<Architecture> seen = new HashSet<>(networks(List.of(here)));
            climbs++;
            for (boolean better = true; better && next < trials.size(); ) {
                Set<Architecture> expected = new HashSet<>(neighbours(here.architecture()));
                expected.removeAll(seen);
                List<Trial> around = trials.subList(next, Math.min(next + expected.size(), trials.size()));
                assertEquals(around.size(), networks(around).size(), "a network came twice");
                assertTrue(expected.containsAll(networks(around)), "no neighbour of " + here);
                Trial best = SearchResult.best(around).chosen().orElse(here);
                better = value(best) > value(here);
                here = better ? best : here;
                seen.addAll(networks(around));
                next += around.size();
            }
        }
        assertTrue(climbs > 3, "only " + climbs + " climbs");
    }

    @Test
    void theFirstBetterNeighbourIsMovedTo() throws InterruptedException {
        TestLaboratory lab = failingSometimes(500);
        new LocalSearch(Step.FIRST, 1).search(lab);
        Trial here = lab.trials().get(0);
        Set<Architecture> seen = new HashSet<>(networks(List.of(here)));
        int climbs = 1;
        for (Trial trial : lab.trials().subList(1, lab.trials().size())) {
            Set<Architecture> open = new HashSet<>(neighbours(here.architecture()));
            open.removeAll(seen);
            boolean start = open.isEmpty();
            climbs += start ? 1 : 0;
            assertTrue(start || open.contains(space.canonical(trial.architecture())), trial + " from " + here);
            seen = start ? new HashSet<>() : seen;
            seen.addAll(networks(List.of(trial)));
            here = start || value(trial) > value(here) ? trial : here;
        }
        assertTrue(climbs > 3, "only " + climbs + " climbs");
    }

    /** An additive landscape has one top. A climb has at most 29 steps of at most 29 neighbours each. */
    @ParameterizedTest
    @CsvSource({"BEST, 1", "BEST, 8", "FIRST, 1", "FIRST, 8"})
    void everyClimbOfAnAdditiveLandscapeReachesTheTop(Step step, int batch) throws InterruptedException {
        Ground toy = ToyGround.of(5, 5, 5, 5, 5, 5, 4, 3);
        Ground ground = new Ground(
                toy.space(), new Objective(Objective.Form.NONE, new Latency(1), 0), Optional.empty(), toy.evaluation());
        for (long seed = 1; seed <= 10; seed++) {
            TestLaboratory lab =
                    new TestLaboratory(ground, network -> ToyGround.score(ground, network), seed, 1 + 29 * 29);
            assertEquals(0.9, new LocalSearch(step, batch).search(lab).searchScore(), 1e-9, "seed " + seed);
        }
    }

    /** Were they equally good, local search would pass with a probability below {@link BetterThanRandom#ALPHA}. */
    @ParameterizedTest
    @CsvSource({"BEST", "FIRST"})
    void findsBetterThanRandomSearch(Step step) throws InterruptedException {
        BetterThanRandom.assertBetter(new LocalSearch(step, 1), ToyGround.of(5, 5, 5, 5, 5, 5, 4, 3), 100);
    }

    @Test
    void aSpaceOfOneArchitectureIsStartedFromAgainAndAgain() throws InterruptedException {
        TestLaboratory lab = new TestLaboratory(ToyGround.of(1, 1), network -> 0.5, 1, 3);
        new LocalSearch(Step.BEST, 1).search(lab);
        assertEquals(3, lab.trials().size());
    }

    @Test
    void aBatchOfNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LocalSearch(Step.BEST, 0));
    }

    private TestLaboratory failingSometimes(int budget) {
        return new TestLaboratory(ground(), this::score, 5, budget)
                .failing(network -> Math.floorMod(network.hashCode(), 5) == 0);
    }

    /** The networks that one change leads to. */
    private Set<Architecture> neighbours(Architecture here) {
        return IntStream.range(0, here.size())
                .boxed()
                .flatMap(decision -> IntStream.range(
                                0, space.decisions().get(decision).size())
                        .filter(option -> option != here.choice(decision))
                        .mapToObj(option -> space.canonical(here.with(decision, option))))
                .collect(Collectors.toSet());
    }

    private Set<Architecture> networks(List<Trial> trials) {
        return trials.stream()
                .map(trial -> space.canonical(trial.architecture()))
                .collect(Collectors.toSet());
    }

    private static double value(Trial trial) {
        return trial.value().orElse(Double.NEGATIVE_INFINITY);
    }
}

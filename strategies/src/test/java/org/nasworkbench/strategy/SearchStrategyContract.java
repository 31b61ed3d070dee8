package org.nasworkbench.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenetics.util.RandomRegistry;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nasworkbench.evaluation.Cost;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.space.Architecture;

/** What every strategy keeps to. A strategy's tests extend this class and say how to make the strategy. */
public abstract class SearchStrategyContract {
    private static final long SEED = 7;
    private static final Ground TOY = ToyGround.of(4, 1, 3, 2, 5, 3, 3);

    /** A new strategy, with settings that make it interesting within {@link #budget}. */
    protected abstract SearchStrategy strategy();

    /** What is shared; the same object at every call. By default a toy with ragged decisions, one without a choice. */
    protected Ground ground() {
        return TOY;
    }

    /** The score of a network, given in its canonical form. */
    protected double score(Architecture network) {
        return ToyGround.score(ground(), network);
    }

    /** Trainings of full length that a search may use. */
    protected int budget() {
        return 24;
    }

    /** Whether the strategy goes on until its budget is used up. */
    protected boolean usesTheWholeBudget() {
        return true;
    }

    /** Whether the strategy chooses the trial of the largest value and claims that value. */
    protected boolean choosesTheBest() {
        return true;
    }

    /** After how many finished pieces (trials and work) the search is stopped, one after another. */
    protected IntStream interruptions() {
        return IntStream.range(0, budget());
    }

    /** Changes every generator that libraries share behind a strategy's back. */
    protected void disturbAmbientRandomness() {
        RandomRegistry.random(new Random(System.nanoTime()));
    }

    protected final TestLaboratory laboratory(long seed) {
        return laboratory(seed, budget());
    }

    /** A laboratory of its own for each search. */
    protected TestLaboratory laboratory(long seed, int budget) {
        return new TestLaboratory(ground(), this::score, seed, budget);
    }

    @Test
    void sameSeedGivesTheSameTrials() {
        Search one = search(laboratory(SEED));
        Search other = search(laboratory(SEED));
        assertFalse(one.lab.trials().isEmpty(), "there must be trials");
        assertSameSearch(one, other);
    }

    @Test
    void anotherSeedGivesOtherTrials() {
        List<Trial> trials = costless(search(laboratory(SEED)).lab.trials());
        assertTrue(
                IntStream.range(1, 4)
                        .anyMatch(i -> !trials.equals(
                                costless(search(laboratory(SEED + i)).lab.trials()))),
                "4 seeds gave the same trials");
    }

    @Test
    void aStrategyRemembersNothingOfEarlierSearches() {
        SearchStrategy strategy = strategy();
        search(strategy, laboratory(SEED + 1));
        assertSameSearch(search(laboratory(SEED)), search(strategy, laboratory(SEED)));
    }

    @Test
    void aBudgetMayEndWithoutNotice() {
        Search noticed = search(laboratory(SEED));
        Search unannounced = search(laboratory(SEED).endsUnannounced());
        assertEquals(costless(noticed.lab.trials()), costless(unannounced.lab.trials()));
        assertEquals(
                costless(noticed.result.chosen().stream().toList()),
                costless(unannounced.result.chosen().stream().toList()));
    }

    @Test
    void fourWorkersGiveTheSameTrialsAsOne() {
        assertSameSearch(search(laboratory(SEED)), search(laboratory(SEED).workers(4)));
    }

    @Test
    void randomnessComesFromTheLaboratoryAlone() {
        Search alone = search(laboratory(SEED));
        disturbAmbientRandomness();
        assertSameSearch(alone, search(laboratory(SEED).meanwhile(this::disturbFromAnotherThread)));
    }

    @Test
    void searchesDoNotDisturbEachOther() {
        SearchStrategy strategy = strategy();
        TestLaboratory inner = laboratory(SEED + 1);
        TestLaboratory outer = laboratory(SEED).meanwhile(() -> search(strategy, inner));
        Search around = search(strategy, outer);
        assertSameSearch(search(laboratory(SEED)), around);
        assertEquals(costless(search(laboratory(SEED + 1)).lab.trials()), costless(inner.trials()));
    }

    @Test
    void anInterruptedSearchGoesOnWhereItStopped() {
        Search whole = search(laboratory(SEED));
        for (int pieces : interruptions().toArray()) {
            TestStore store = new TestStore();
            TestLaboratory stopped = laboratory(SEED).store(store).stopAfter(pieces);
            SearchStrategy strategy = strategy();
            boolean gaveUp = false;
            try {
                strategy.search(stopped);
            } catch (InterruptedException e) {
                gaveUp = true;
            }
            assertEquals(List.of(), stopped.breaches(), "what the strategy must not do");
            assertEquals(stopped.stopped(), gaveUp, "whether the search ended with the interruption");
            assertSameSearch(whole, search(laboratory(SEED).store(store)));
            assertTrue(
                    store.trainings.values().stream().allMatch(times -> times == 1),
                    "a finished trial was evaluated again after " + pieces + " pieces");
        }
    }

    @Test
    void theBudgetIsKept() {
        for (int budget : new int[] {1, 2, 3, 7, budget()}) {
            Search search = search(laboratory(SEED, budget));
            int epochs = search.lab.trials().stream().mapToInt(Trial::epochs).sum();
            assertTrue(epochs <= budget * ground().evaluation().fullEpochs());
            assertTrue(
                    search.lab.exhausted() || !usesTheWholeBudget(), "the search left some of its budget of " + budget);
            assertTrue(search.result.chosen().isPresent(), "nothing chosen with a budget of " + budget);
        }
    }

    @Test
    void theChosenTrialIsTheBestOfTheRun() {
        for (long seed = SEED; seed < SEED + 3; seed++) {
            Search search = search(laboratory(seed));
            Trial chosen = search.result.chosen().orElseThrow();
            assertTrue(search.lab.trials().contains(chosen), "the chosen trial is none of the run");
            if (choosesTheBest()) {
                double best = comparable(search.lab.trials()).stream()
                        .mapToDouble(trial -> trial.value().orElseThrow())
                        .max()
                        .orElseThrow();
                assertEquals(best, chosen.value().orElseThrow());
                assertEquals(best, search.result.searchScore());
            }
        }
    }

    @Test
    void highScoresOfShortTrainingsDoNotDecide() {
        Search search = search(laboratory(SEED).showing(epochs -> 1.0 / epochs));
        List<Trial> comparable = comparable(search.lab.trials());
        assertTrue(comparable.contains(search.result.chosen().orElseThrow()), "a shorter training was chosen");
        assertFront(search.result.front(), comparable);
    }

    @Test
    void theFrontIsNonDominatedAndComplete() {
        for (long seed = SEED; seed < SEED + 3; seed++) {
            Search search = search(laboratory(seed));
            assertFront(search.result.front(), comparable(search.lab.trials()));
        }
    }

    @Test
    void someFailuresAreSurvived() {
        Predicate<Architecture> third = network -> Math.floorMod(network.hashCode(), 3) == 0;
        for (long seed = SEED; seed < SEED + 3; seed++) {
            Search search = search(laboratory(seed).failing(third));
            assertTrue(
                    search.lab.trials().stream().anyMatch(trial -> trial.value().isEmpty()), "no failure to survive");
            assertTrue(search.result.chosen().orElseThrow().value().isPresent(), "a failed network was chosen");
            assertFront(search.result.front(), comparable(search.lab.trials()));
        }
    }

    @Test
    void nothingIsChosenWhereEverythingFails() {
        Search search = search(laboratory(SEED).failing(network -> true));
        assertEquals(Optional.empty(), search.result.chosen());
        assertEquals(List.of(), search.result.front());
        assertTrue(Double.isNaN(search.result.searchScore()), "a score was claimed without a network");
    }

    @Test
    void theSharedGroundIsLeftAsItIs() {
        List<Object> before = ToyGround.contents(ground());
        Search search = search(laboratory(SEED));
        assertSame(ground(), search.lab.ground());
        assertEquals(before, ToyGround.contents(ground()));
    }

    private void disturbFromAnotherThread() {
        Thread other = new Thread(this::disturbAmbientRandomness);
        other.start();
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private record Search(TestLaboratory lab, SearchResult result) {}

    private Search search(TestLaboratory lab) {
        return search(strategy(), lab);
    }

    private static Search search(SearchStrategy strategy, TestLaboratory lab) {
        try {
            SearchResult result = strategy.search(lab);
            assertEquals(List.of(), lab.breaches(), "what the strategy must not do");
            return new Search(lab, result);
        } catch (InterruptedException e) {
            throw new AssertionError("the search was interrupted by nobody", e);
        }
    }

    /** Measured costs may differ, nothing else. */
    private static void assertSameSearch(Search expected, Search actual) {
        assertEquals(costless(expected.lab.trials()), costless(actual.lab.trials()));
        assertEquals(expected.lab.traces(), actual.lab.traces());
        assertEquals(
                costless(expected.result.chosen().stream().toList()),
                costless(actual.result.chosen().stream().toList()));
        assertEquals(costless(expected.result.front()), costless(actual.result.front()));
        assertEquals(expected.result.searchScore(), actual.result.searchScore());
    }

    private static List<Trial> costless(List<Trial> trials) {
        return trials.stream()
                .map(trial -> new Trial(
                        trial.number(),
                        trial.architecture(),
                        trial.genotype(),
                        trial.epochs(),
                        trial.outcome(),
                        trial.latency(),
                        trial.value(),
                        Cost.NONE,
                        trial.cached(),
                        0))
                .toList();
    }

    /** The trials whose scores compare: those of the longest length at which a network could be scored. */
    private static List<Trial> comparable(List<Trial> trials) {
        int longest = trials.stream()
                .filter(trial -> trial.value().isPresent())
                .mapToInt(Trial::epochs)
                .max()
                .orElse(0);
        return trials.stream().filter(trial -> trial.epochs() == longest).toList();
    }

    private static void assertFront(List<Trial> front, List<Trial> trials) {
        for (Trial member : front) {
            assertTrue(trials.contains(member), "the front has a trial that is none of the run");
            assertTrue(
                    trials.stream().noneMatch(trial -> dominates(trial, member)), "a dominated trial is in the front");
        }
        for (Trial trial : trials) {
            assertTrue(
                    trial.outcome().score().isEmpty() || front.stream().anyMatch(member -> covers(member, trial)),
                    "the front lacks a trial like " + trial);
        }
    }

    private static boolean covers(Trial one, Trial other) {
        return one.outcome().score().isPresent()
                && one.outcome().score().getAsDouble()
                        >= other.outcome().score().getAsDouble()
                && one.latency().orElseThrow().compareTo(other.latency().orElseThrow()) <= 0;
    }

    private static boolean dominates(Trial one, Trial other) {
        return covers(one, other) && !covers(other, one);
    }
}

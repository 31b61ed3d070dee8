package org.nasworkbench.strategy.halving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.strategy.BetterThanRandom;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.SearchStrategyContract;
import org.nasworkbench.strategy.TestLaboratory;
import org.nasworkbench.strategy.ToyGround;

/** The ground's full training has 9 epochs, so that a bracket of 9 networks has 9, 3 and 1 of them in its rungs of 1, 3 and 9 epochs. */
class SuccessiveHalvingTests extends SearchStrategyContract {
    private static final int BRACKET = 13;

    @Override
    protected SearchStrategy strategy() {
        return new SuccessiveHalving(3, 9, 1);
    }

    @Override
    protected IntStream interruptions() {
        return IntStream.range(0, 8 * BRACKET);
    }

    @Test
    void theBestOfEachRungAreTrainedForLonger() throws InterruptedException {
        TestLaboratory lab = laboratory(5);
        strategy().search(lab);
        assertEquals(8 * BRACKET, lab.trials().size(), "a bracket of three full trainings' worth, eight times");
        for (int from = 0; from < lab.trials().size(); from += BRACKET) {
            List<Trial> first = lab.trials().subList(from, from + 9);
            List<Trial> second = lab.trials().subList(from + 9, from + 12);
            List<Trial> third = lab.trials().subList(from + 12, from + 13);
            assertEquals(List.of(1, 3, 9), List.of(epochs(first), epochs(second), epochs(third)));
            assertEquals(best(first, 3), architectures(second));
            assertEquals(best(second, 1), architectures(third));
        }
    }

    @Test
    void whoFailedGoesNoFurther() throws InterruptedException {
        TestLaboratory lab = laboratory(5).failing(network -> Math.floorMod(network.hashCode(), 4) != 0);
        strategy().search(lab);
        assertTrue(lab.trials().stream().anyMatch(trial -> trial.value().isEmpty()), "no failure");
        assertTrue(lab.trials().stream()
                .allMatch(trial -> trial.epochs() == 1 || trial.value().isPresent()));
    }

    @Test
    void ifTheBudgetEndsEarlyTheLongestLengthReachedDecides() throws InterruptedException {
        TestLaboratory lab = new TestLaboratory(ground(), this::score, 5, 2).showing(epochs -> 1.0 / epochs);
        Trial chosen = strategy().search(lab).chosen().orElseThrow();
        assertEquals(12, lab.trials().size());
        assertEquals(3, chosen.epochs());
        assertEquals(best(lab.trials().subList(9, 12), 1), List.of(chosen.architecture()));
    }

    @Test
    void aGroundOfOneLengthIsRefused() {
        TestLaboratory lab = new TestLaboratory(ToyGround.lasting(1, 3, 3), network -> 0.5, 1, 3);
        assertThrows(IllegalArgumentException.class, () -> strategy().search(lab));
        assertEquals(List.of(), lab.trials());
    }

    @Test
    void aFirstRungBelowEtaIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SuccessiveHalving(3, 2, 1));
    }

    /**
     * Short trainings rank as long ones do here, and a network costs a sixteenth of a full training. Were they equally good, successive
     * halving would pass with a probability below {@link BetterThanRandom#ALPHA}.
     */
    @Test
    void findsBetterThanRandomSearch() throws InterruptedException {
        BetterThanRandom.assertBetter(
                new SuccessiveHalving(3, 81, 1), ToyGround.lasting(81, 5, 5, 5, 5, 5, 5, 4, 3), 20);
    }

    private static int epochs(List<Trial> rung) {
        return rung.stream()
                .mapToInt(Trial::epochs)
                .reduce((one, other) -> one == other ? one : -1)
                .orElseThrow();
    }

    private static List<Architecture> best(List<Trial> rung, int number) {
        return architectures(rung.stream()
                .sorted(Comparator.comparingDouble(
                        (Trial trial) -> -trial.value().orElseThrow()))
                .limit(number)
                .toList());
    }

    private static List<Architecture> architectures(List<Trial> trials) {
        return trials.stream().map(Trial::architecture).toList();
    }
}

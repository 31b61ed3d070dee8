package org.nasworkbench.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of strategies must reject those that cheat, each by the test that is there for it. */
class CheatingStrategyTests {
    static Stream<Arguments> cheats() {
        return Stream.of(
                cheat("sameSeedGivesTheSameTrials", () -> CheatingStrategies::drawsFromMathRandom),
                cheat("sameSeedGivesTheSameTrials", () -> CheatingStrategies::leavesTheSpace),
                cheat("anotherSeedGivesOtherTrials", () -> CheatingStrategies::drawsFromItsOwnGenerator),
                cheat("randomnessComesFromTheLaboratoryAlone", () -> CheatingStrategies::drawsFromALibrarysGenerator),
                cheat("fourWorkersGiveTheSameTrialsAsOne", () -> CheatingStrategies::looksAtTheClock),
                cheat("aStrategyRemembersNothingOfEarlierSearches", CheatingStrategies::countsItsSearches),
                cheat("searchesDoNotDisturbEachOther", CheatingStrategies::keepsItsGeneratorInAField),
                cheat("anInterruptedSearchGoesOnWhereItStopped", () -> CheatingStrategies::isDeafToInterruptions),
                cheat("aBudgetMayEndWithoutNotice", () -> CheatingStrategies::takesAnAnswerForGranted),
                cheat("theBudgetIsKept", () -> CheatingStrategies::spendsMore),
                cheat("theBudgetIsKept", () -> CheatingStrategies::stopsEarly),
                cheat("theChosenTrialIsTheBestOfTheRun", () -> CheatingStrategies::choosesTheWorst),
                cheat("theChosenTrialIsTheBestOfTheRun", () -> CheatingStrategies::choosesWhatItNeverEvaluated),
                cheat("theChosenTrialIsTheBestOfTheRun", () -> CheatingStrategies::claimsMore),
                cheat("highScoresOfShortTrainingsDoNotDecide", () -> CheatingStrategies::trustsShortTrainings),
                cheat("theFrontIsNonDominatedAndComplete", () -> CheatingStrategies::forgetsTheFront),
                cheat("theFrontIsNonDominatedAndComplete", () -> CheatingStrategies::takesAllForTheFront),
                cheat("someFailuresAreSurvived", () -> CheatingStrategies::trustsEveryTraining),
                cheat("nothingIsChosenWhereEverythingFails", () -> CheatingStrategies::alwaysChooses),
                cheat("theSharedGroundIsLeftAsItIs", () -> CheatingStrategies::makesItsFavouriteFast));
    }

    @ParameterizedTest
    @MethodSource("cheats")
    void isRejected(String test, Supplier<SearchStrategy> cheat) {
        Set<String> rejections = rejections(cheat);
        assertTrue(rejections.contains(test), () -> test + " must reject it, but only these do: " + rejections);
    }

    @Test
    void anHonestStrategyIsAccepted() {
        assertEquals(Set.of(), rejections(() -> CheatingStrategies::honest));
    }

    @Test
    void everyTestOfTheContractRejectsSomething() {
        assertEquals(
                contract().stream().map(Method::getName).collect(Collectors.toSet()),
                cheats().map(cheat -> cheat.get()[0]).collect(Collectors.toSet()));
    }

    /** The contract's tests that fail for a strategy. */
    private static Set<String> rejections(Supplier<SearchStrategy> strategy) {
        Set<String> rejections = new TreeSet<>();
        for (Method test : contract()) {
            try {
                test.invoke(contractOf(strategy));
            } catch (InvocationTargetException e) {
                rejections.add(test.getName());
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
        return rejections;
    }

    private static List<Method> contract() {
        return Arrays.stream(SearchStrategyContract.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .toList();
    }

    private static Arguments cheat(String test, Supplier<SearchStrategy> strategy) {
        return Arguments.of(test, strategy);
    }

    /** Has a ground of its own, as cheats may spoil it. */
    private static SearchStrategyContract contractOf(Supplier<SearchStrategy> strategy) {
        Ground ground = ToyGround.of(4, 1, 3, 2, 5, 3, 3);
        return new SearchStrategyContract() {
            @Override
            protected SearchStrategy strategy() {
                return strategy.get();
            }

            @Override
            protected Ground ground() {
                return ground;
            }
        };
    }
}

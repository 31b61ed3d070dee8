package org.nasworkbench.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasworkbench.evaluation.Outcome;
import org.nasworkbench.evaluation.RecordedTrainings;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.work.Seeds;

/** Trainings of 1 to 241 simulated seconds, several under way at a time. */
class SteadyEvaluationTests {
    private static final RunKey RUN = new RunKey("steady", 1);
    private static final Ground GROUND = ground();

    private final SortedMap<Integer, Trial> kept = new TreeMap<>();

    /** A network takes a second more for each step of its choices. */
    private static final class ByChoices implements RecordedTrainings {
        @Override
        public List<Integer> epochs() {
            return List.of(1);
        }

        @Override
        public Recorded lookUp(Architecture architecture, int epochs, long draw) {
            return new Recorded(new Outcome.Scored(0.5, Map.of()), seconds(architecture));
        }
    }

    private static Ground ground() {
        Ground free = NullGround.ground();
        return new Ground(free.space(), free.objective(), free.latency(), new ByChoices());
    }

    private static double seconds(Architecture architecture) {
        return 1 + architecture.choices().stream().mapToInt(choice -> choice).sum();
    }

    private StudyLaboratory laboratory(int devices, int trainings, boolean repeatsCharged) {
        TrialLog log = new TrialLog() {
            @Override
            public SortedMap<Integer, Trial> recorded() {
                return new TreeMap<>(kept);
            }

            @Override
            public void add(Trial trial, Architecture canonical) {
                kept.put(trial.number(), trial);
            }

            @Override
            public void trace(int step, Map<String, Double> numbers) {}
        };
        OptionalDouble none = OptionalDouble.empty();
        return new StudyLaboratory(
                RUN,
                GROUND,
                new TableAnswers((RecordedTrainings) GROUND.evaluation(), 1),
                log,
                new BudgetMeter(new BudgetMeter.Limits(OptionalInt.of(trainings), none, none)),
                new SimulatedClock(devices),
                repeatsCharged,
                new RunProgress(RUN));
    }

    private static Iterator<Architecture> draws() {
        RandomGenerator random = Seeds.random(1, "steady");
        return Stream.generate(() -> GROUND.space().sample(random)).iterator();
    }

    private static List<Double> ends(List<Trial> trials) {
        return trials.stream().map(Trial::simulatedEndSeconds).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void simulatedWorkersAreToldInTheOrderOfTheirEndsAndNeverWait(int workers) throws Exception {
        List<Trial> told = new ArrayList<>();
        laboratory(workers, 100, true).evaluateSteadily(draws(), workers, told::add);
        assertEquals(100, told.size());
        List<Double> ends = ends(told);
        assertEquals(ends.stream().sorted().toList(), ends);
        for (Trial trial : told) {
            double begun = trial.number() < workers ? 0 : ends.get(trial.number() - workers);
            assertEquals(begun + seconds(trial.architecture()), trial.simulatedEndSeconds(), 1e-9);
        }
        assertEquals(workers == 1, Collections.max(gaps(told)) == 1, "several workers overtake each other");
    }

    /** Steps between the numbers of trials told one after the other. */
    private static List<Integer> gaps(List<Trial> told) {
        List<Integer> gaps = new ArrayList<>();
        for (int i = 1; i < told.size(); i++) {
            gaps.add(Math.abs(told.get(i).number() - told.get(i - 1).number()));
        }
        return gaps;
    }

    @Test
    void nobodyWaitsForTheSlowestOfABatch() throws Exception {
        List<Trial> steady = new ArrayList<>();
        laboratory(4, 100, true).evaluateSteadily(draws(), 4, steady::add);
        kept.clear();
        StudyLaboratory lab = laboratory(4, 100, true);
        Iterator<Architecture> draws = draws();
        List<Trial> batches = new ArrayList<>();
        while (!lab.exhausted()) {
            batches.addAll(lab.evaluate(Stream.generate(draws::next).limit(4).toList()));
        }
        assertTrue(Collections.max(ends(steady)) < Collections.max(ends(batches)));
    }

    @Test
    void proposalsAreAskedForOnlyWhenTheyCanBegin() throws Exception {
        List<Trial> told = new ArrayList<>();
        List<Integer> toldWhenAsked = new ArrayList<>();
        Iterator<Architecture> draws = draws();
        Stream<Architecture> noted = Stream.generate(() -> {
            toldWhenAsked.add(told.size());
            return draws.next();
        });
        laboratory(2, 6, true).evaluateSteadily(noted.iterator(), 2, told::add);
        assertEquals(List.of(0, 0, 1, 2, 3, 4), toldWhenAsked);
    }

    @Test
    void theEndOfTheProposalsIsTheEnd() throws Exception {
        List<Trial> told = new ArrayList<>();
        List<Architecture> three = Stream.generate(draws()::next).limit(3).toList();
        StudyLaboratory lab = laboratory(2, 100, true);
        lab.evaluateSteadily(three.iterator(), 5, told::add);
        assertEquals(3, told.size());
        assertThrows(
                IllegalArgumentException.class, () -> lab.evaluateSteadily(three.iterator(), 0, told::add), "width 0");
    }

    @Test
    void anInterruptedSearchIsToldTheSameAgain() throws Exception {
        List<Trial> whole = new ArrayList<>();
        laboratory(3, 60, false).evaluateSteadily(draws(), 3, whole::add);
        for (int cut : List.of(1, 17, 59)) {
            kept.tailMap(cut).clear();
            List<Trial> again = new ArrayList<>();
            laboratory(3, 60, false).evaluateSteadily(draws(), 3, again::add);
            assertEquals(whole, again);
        }
    }

    @Test
    void aRepeatIsToldNoSoonerThanItsOriginal() throws Exception {
        Architecture slow = GROUND.space().parse("mmmmmmmmmmmmmmmmmmmm");
        Architecture fast = GROUND.space().parse("aaaaaaaaaaaaaaaaaaaa");
        List<Trial> told = new ArrayList<>();
        laboratory(3, 10, false).evaluateSteadily(List.of(slow, slow, fast).iterator(), 3, told::add);
        assertEquals(List.of(2, 0, 1), told.stream().map(Trial::number).toList());
        assertEquals(List.of(1.0, 241.0, 241.0), ends(told));
        assertTrue(told.get(2).cached());
    }
}

package org.nasworkbench.experiment.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nasworkbench.evaluation.Outcome;
import org.nasworkbench.evaluation.RecordedTrainings;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.Decision;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.Objective;

/** A ground on which an evaluation costs next to nothing, so that what is left is the workbench itself: 20 decisions of 13 options. */
final class NullGround {
    private static final int DECISIONS = 20;
    private static final int OPTIONS = 13;

    private NullGround() {}

    static Ground ground() {
        return new Ground(
                new Letters(),
                new Objective(Objective.Form.NONE, new Latency(1), 0),
                Optional.empty(),
                new ChoiceSum());
    }

    /** The same with a latency, of which later choices have the larger part. */
    static Ground withLatency() {
        Ground plain = ground();
        return new Ground(plain.space(), plain.objective(), Optional.of(NullGround::latency), plain.evaluation());
    }

    /** What its scores are read from. */
    static RecordedTrainings table(Ground ground) {
        return (RecordedTrainings) ground.evaluation();
    }

    private static Latency latency(Architecture architecture) {
        double millis = 1;
        for (int i = 0; i < DECISIONS; i++) {
            millis += i * architecture.choice(i) / 100.0;
        }
        return new Latency(millis);
    }

    /** The score is the sum of the choices, as a fraction. */
    private record ChoiceSum() implements RecordedTrainings {
        @Override
        public List<Integer> epochs() {
            return List.of(1);
        }

        @Override
        public Recorded lookUp(Architecture architecture, int epochs, long draw) {
            int sum = 0;
            for (int i = 0; i < DECISIONS; i++) {
                sum += architecture.choice(i);
            }
            return new Recorded(new Outcome.Scored((double) sum / DECISIONS / OPTIONS, Map.of()), 1);
        }
    }

    /** Genotypes are 20 letters from a to m. */
    private record Letters(List<Decision> decisions) implements SearchSpace {
        Letters() {
            this(IntStream.range(0, DECISIONS)
                    .mapToObj(i -> new Decision(
                            "decision" + i,
                            IntStream.range(0, OPTIONS)
                                    .mapToObj(option -> Character.toString('a' + option))
                                    .toList()))
                    .toList());
        }

        @Override
        public String name() {
            return "null-table";
        }

        @Override
        public String print(Architecture architecture) {
            char[] letters = new char[DECISIONS];
            for (int i = 0; i < DECISIONS; i++) {
                letters[i] = (char) ('a' + architecture.choice(i));
            }
            return new String(letters);
        }

        @Override
        public Architecture parse(String genotype) {
            return check(new Architecture(
                    genotype.chars().map(letter -> letter - 'a').boxed().toList()));
        }
    }
}

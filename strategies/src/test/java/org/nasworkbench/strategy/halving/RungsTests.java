package org.nasworkbench.strategy.halving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nasworkbench.evaluation.Outcome;
import org.nasworkbench.evaluation.RecordedTrainings;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.Objective;
import org.nasworkbench.strategy.ToyGround;

class RungsTests {
    @Test
    void whereEveryLengthIsOfferedTheRungsAreGeometric() {
        assertEquals(List.of(1, 3, 9), rungs(3, 1, upTo(9)));
        assertEquals(List.of(1, 3, 9, 27, 81), rungs(3, 1, upTo(81)));
        assertEquals(List.of(1, 2, 4, 8, 16), rungs(2, 1, upTo(16)));
        assertEquals(List.of(1, 3, 10), rungs(3, 1, upTo(10)));
    }

    @Test
    void whereFewLengthsAreOfferedTheNearestAreTaken() {
        assertEquals(List.of(12, 200), rungs(3, 1, List.of(12, 200)));
        assertEquals(List.of(4, 12, 36, 108), rungs(3, 1, List.of(4, 12, 36, 108)));
        assertEquals(List.of(4, 12, 108), rungs(9, 1, List.of(4, 12, 36, 108)));
        assertEquals(List.of(10, 30, 100), rungs(3, 1, List.of(10, 20, 30, 50, 90, 100)));
    }

    @Test
    void noRungIsBelowTheShortest() {
        assertEquals(List.of(12, 36, 108), rungs(3, 5, List.of(4, 12, 36, 108)));
        assertEquals(List.of(3, 9), rungs(3, 3, upTo(9)));
    }

    @Test
    void fewerThanTwoLengthsAreRefusedSayingWhatToDo() {
        for (List<Integer> lengths : List.of(List.of(200), List.of(4, 12, 200))) {
            String message = assertThrows(IllegalArgumentException.class, () -> rungs(3, 13, lengths))
                    .getMessage();
            assertTrue(
                    message.contains("those of toy from 13 epochs on are [200]") && message.contains("random-search"),
                    message);
        }
    }

    private static List<Integer> upTo(int epochs) {
        return IntStream.rangeClosed(1, epochs).boxed().toList();
    }

    private static List<Integer> rungs(int eta, int shortest, List<Integer> lengths) {
        Ground ground = new Ground(
                ToyGround.of(2, 2).space(),
                new Objective(Objective.Form.NONE, new Latency(1), 0),
                Optional.empty(),
                new Lengths(lengths));
        return Rungs.of(ground, eta, shortest).epochs();
    }

    /** A table of lengths alone. */
    private record Lengths(List<Integer> epochs) implements RecordedTrainings {
        @Override
        public Recorded lookUp(Architecture architecture, int epochs, long draw) {
            return new Recorded(new Outcome.Failed(Outcome.Reason.NOT_LISTED, "nothing is listed"), 0);
        }
    }
}

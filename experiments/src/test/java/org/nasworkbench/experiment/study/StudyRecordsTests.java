package org.nasworkbench.experiment.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StudyRecordsTests {
    private static final OptionalDouble NONE = OptionalDouble.empty();

    static Stream<Executable> broken() {
        Optional<Path> folder = Optional.of(Path.of("."));
        Map<String, Long> counts = Map.of("train", 1L);
        return Stream.of(
                () -> SpaceSpec.published("squeezenas", 1, 4),
                () -> SpaceSpec.published("squeezenas-small", 0, 4),
                () -> SpaceSpec.published("squeezenas-small", 1, 0),
                () -> new TaskSpec("cityscapes", folder, 64, 64, List.of(), Map.of(), 1),
                () -> new TaskSpec("camvid", folder, 31, 64, List.of(), Map.of(), 1),
                () -> new TaskSpec("camvid", folder, 64, 2049, List.of(), Map.of(), 1),
                () -> new TaskSpec("camvid", Optional.empty(), 64, 64, List.of(), Map.of(), 1),
                () -> new TaskSpec("folder", folder, 64, 64, List.of(), Map.of(), 1),
                () -> new TaskSpec("street-scenes", folder, 64, 64, List.of(), counts, 1),
                () -> new TaskSpec("street-scenes", Optional.empty(), 64, 64, List.of(), Map.of(), 1),
                () -> new Budget(OptionalInt.empty(), NONE, NONE, NONE),
                () -> new Budget(OptionalInt.of(1), OptionalDouble.of(1), NONE, NONE),
                () -> new Budget(OptionalInt.of(-1), NONE, NONE, NONE),
                () -> new StrategySpec(" ", "toy", Map.of()),
                () -> new FinalSpec(0, List.of(1L), false),
                () -> new FinalSpec(1, List.of(), false),
                () -> new FinalSpec(1, List.of(1L, 1L), false),
                () -> new ProjectionSpec(1, 0, 1, "a talk"),
                () -> new ProjectionSpec(1, 1, 1, ""));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenRuleIsStatedWithTheValue(Executable construction) {
        String message =
                assertThrows(IllegalArgumentException.class, construction).getMessage();
        assertTrue(message.contains("must ") && message.contains(", but was "), message);
    }

    @Test
    void budgetsOfTimeAndMoneyAreDeviceTime() {
        ProjectionSpec projection = new ProjectionSpec(1, 70, 10, "a talk");
        assertEquals(NONE, new Budget(OptionalInt.of(5), NONE, NONE, NONE).deviceSeconds(projection));
        assertEquals(
                OptionalDouble.of(7200),
                new Budget(OptionalInt.empty(), OptionalDouble.of(2), NONE, NONE).deviceSeconds(projection));
        assertEquals(
                OptionalDouble.of(43_200),
                new Budget(OptionalInt.empty(), NONE, NONE, OptionalDouble.of(35)).deviceSeconds(projection));
    }

    @Test
    void problemsAreSortedByPlaceWithThoseOfTheFileFirst() {
        List<Problem> problems = new ArrayList<>(List.of(
                new Problem("a.yaml", 2, 1, "b", "is missing", "", ""),
                new Problem("a.yaml", 2, 9, "c", "must be text", "5", "such as c: x"),
                new Problem("a.yaml", 10, 1, "d", "is missing", "", ""),
                new Problem("--set", 1, 1, "e", "is missing", "", "")));
        List<Problem> sorted = List.copyOf(problems);
        Collections.reverse(problems);
        InvalidStudyException exception = new InvalidStudyException(problems);
        assertEquals(sorted, exception.problems());
        assertTrue(exception.getMessage().contains("a.yaml:2:9 c: must be text, but was 5; such as c: x\n"));
    }
}

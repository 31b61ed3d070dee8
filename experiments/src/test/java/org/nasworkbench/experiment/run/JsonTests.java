package org.nasworkbench.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class JsonTests {
    @Test
    void anOptionalIsItsValueOrNull() {
        assertEquals(
                "{\"strategy\":\"a\",\"seeds\":1,\"trainings\":3,\"heavySeconds\":0.5,\"deviceSeconds\":2.0,\"heavyBytes\":7,\"paths\":1}",
                Json.text(new StudyPlan.Row("a", 1, OptionalInt.of(3), 0.5, 2, Optional.of(7L), OptionalInt.of(1))));
        assertEquals(
                "{\"strategy\":\"a\",\"seeds\":1,\"trainings\":null,\"heavySeconds\":0.5,\"deviceSeconds\":2.0,\"heavyBytes\":null,\"paths\":null}",
                Json.text(
                        new StudyPlan.Row("a", 1, OptionalInt.empty(), 0.5, 2, Optional.empty(), OptionalInt.empty())));
        assertEquals("[null,\"why\"]", Json.text(new Object[] {Optional.empty(), Optional.of("why")}));
    }
}

package org.nasworkbench.space;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTests {
    @ParameterizedTest
    @CsvSource({
        "budgt, budget",
        "budgets, budget",
        "dri, dir",
        "nmae, name",
        "learning_rate, learning-rate",
        "target, target-ms",
        "w, w",
        "hours, ''",
        "x, ''",
        "lr, ''"
    })
    void onlyASlipOfTheFingersIsClose(String word, String expected) {
        List<String> keys = List.of("budget", "dir", "name", "learning-rate", "target-ms", "w");
        assertEquals(expected, Nearest.close(word, keys).orElse(""));
    }

    @Test
    void nothingIsCloseToNothing() {
        assertEquals(Optional.empty(), Nearest.close("a", List.of()));
    }
}

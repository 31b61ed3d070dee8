package org.nasworkbench.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StrategiesTests {
    static Stream<StrategyProvider> providers() {
        return Strategies.providers().values().stream();
    }

    @Test
    void theStrategiesAreFoundByTheirTypes() {
        assertTrue(Strategies.providers()
                .keySet()
                .containsAll(Set.of("random-sampling", "random-search", "regularized-evolution", "reinforce")));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void settingsHaveNamesInLowerCaseAMeaningAndPresetsThatAreAllowed(StrategyProvider provider) {
        for (Setting setting : provider.settings()) {
            assertTrue(setting.name().matches("[a-z]+(-[a-z]+)*"), setting.name());
            assertTrue(!setting.meaning().isBlank(), setting.name());
            assertEquals(setting.preset(), setting.check(setting.preset()), setting.name());
        }
        Set<String> names = provider.settings().stream().map(Setting::name).collect(Collectors.toSet());
        assertEquals(provider.settings().size(), names.size());
    }

    @Test
    void settingsReachTheStrategy() {
        assertEquals(
                "RegularizedEvolution[population=9, sample=2, offspring=3]",
                create("regularized-evolution", Map.of("population", 9, "sample", 2, "offspring", 3))
                        .toString());
        assertEquals(
                "RandomSearch[batch=3]",
                create("random-search", Map.of("batch", 3)).toString());
        assertEquals(
                "RandomSampling[samples=8]", create("random-sampling", Map.of()).toString());
    }

    @Test
    void settingsThatContradictEachOtherAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> create("regularized-evolution", Map.of("population", 4, "offspring", 4)));
    }

    private static SearchStrategy create(String type, Map<String, ?> given) {
        StrategyProvider provider = Strategies.provider(type);
        return provider.create(new Settings(provider.settings(), given));
    }
}

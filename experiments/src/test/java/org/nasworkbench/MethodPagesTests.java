package org.nasworkbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nasworkbench.strategy.Setting;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.Strategies;
import org.nasworkbench.strategy.StrategyProvider;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Each strategy has a page in {@code docs/methods}, and the page says what the strategy says of itself. */
class MethodPagesTests {
    private static final Path PAGES = Path.of(System.getProperty("basedir", "."), "..", "docs", "methods");

    static List<StrategyProvider> ours() {
        return Strategies.providers().values().stream()
                .filter(provider -> provider.getClass().getName().startsWith("org.nasworkbench.strategy."))
                .toList();
    }

    @Test
    void everyStrategyHasAPageAndEveryPageAStrategy() throws IOException {
        List<String> expected = ours().stream()
                .map(provider -> provider.type() + ".md")
                .sorted()
                .toList();
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertEquals(
                    expected,
                    pages.map(page -> page.getFileName().toString()).sorted().toList());
        }
    }

    @ParameterizedTest
    @MethodSource("ours")
    void theTableNamesEachSettingWithItsRangeAndDefault(StrategyProvider provider) throws IOException {
        assertEquals(
                provider.settings().stream().map(MethodPagesTests::row).toList(),
                page(provider).lines().filter(line -> line.startsWith("| `")).toList());
    }

    @ParameterizedTest
    @MethodSource("ours")
    void thePageNamesItsPaperAndItsDeviations(StrategyProvider provider) throws IOException {
        String page = page(provider);
        assertTrue(page.startsWith("# " + provider.type() + "\n"));
        assertTrue(page.contains("arXiv") && page.contains("Deviations:"), page);
    }

    @ParameterizedTest
    @MethodSource("ours")
    void theExampleIsAStrategyOfAStudy(StrategyProvider provider) throws IOException {
        String example = page(provider).split("```yaml\n")[1].split("```")[0];
        List<?> strategies = (List<?>) new Load(LoadSettings.builder().build()).loadFromString(example);
        Map<String, Object> given = new HashMap<>();
        ((Map<?, ?>) strategies.get(0)).forEach((key, value) -> given.put((String) key, value));
        assertEquals(provider.type(), given.remove("type"));
        assertTrue(given.remove("name") instanceof String);
        provider.create(new Settings(provider.settings(), given));
    }

    /** A page without a curve says that its study has not been run. A study adds random search and random sampling by itself. */
    @ParameterizedTest
    @MethodSource("ours")
    void theCurveIsThereAndItsStudyRunsTheStrategy(StrategyProvider provider) throws IOException {
        String curve = page(provider).split("\n## Curve\n")[1];
        Matcher picture = Pattern.compile("!\\[[^\\]]+]\\((\\S+\\.svg)\\)").matcher(curve);
        assertTrue(
                picture.find() ? Files.exists(PAGES.resolve(picture.group(1))) : curve.startsWith("\nNot run yet: "),
                curve);
        Matcher command =
                Pattern.compile("\\./nas run (experiments/\\S+\\.yaml)\n").matcher(curve);
        assertTrue(command.find(), curve);
        String study = Files.readString(PAGES.resolve("../..").resolve(command.group(1)));
        assertTrue(
                Set.of("random-search", "random-sampling").contains(provider.type())
                        || study.contains("type: " + provider.type()),
                command.group(1) + " does not run " + provider.type());
    }

    private static String page(StrategyProvider provider) throws IOException {
        return Files.readString(PAGES.resolve(provider.type() + ".md"));
    }

    private static String row(Setting setting) {
        return "| `" + setting.name() + "` | " + range(setting) + " | " + preset(setting) + " | " + setting.meaning()
                + " |";
    }

    private static String range(Setting setting) {
        return switch (setting.kind()) {
            case INTEGER -> "whole number, " + plain(setting.minimum()) + " to " + plain(setting.maximum());
            case NUMBER -> "number, " + plain(setting.minimum()) + " to " + plain(setting.maximum());
            case FLAG -> "true or false";
            case WORD -> "one of " + String.join(", ", setting.words());
        };
    }

    private static String preset(Setting setting) {
        return setting.preset() instanceof Number number
                ? plain(number.doubleValue())
                : setting.preset().toString();
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}

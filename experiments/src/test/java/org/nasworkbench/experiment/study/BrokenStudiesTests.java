package org.nasworkbench.experiment.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to a good study, it is read or all that is wrong is named: nothing else is thrown. */
class BrokenStudiesTests {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z-]*:");

    /**
     * A key of a good study.
     *
     * @param text the study
     */
    record Key(String text, MatchResult place) {
        @Override
        public String toString() {
            return text.lines().findFirst().orElseThrow() + ", character " + place.start() + ": " + place.group();
        }
    }

    static Stream<Key> keys() {
        return Stream.of(Studies.GOOD, Studies.GOOD_TABLE)
                .flatMap(text -> KEY.matcher(text).results().map(place -> new Key(text, place)));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aStudyWithoutOneOfItsKeysNamesLinesOfTheFile(Key of) {
        String good = of.text();
        MatchResult key = of.place();
        int lineEnd = good.indexOf('\n', key.end());
        attempt(good.substring(0, key.start()) + good.substring(key.end()));
        attempt(good.substring(0, key.start()) + good.substring(lineEnd));
        attempt(good.substring(0, key.end()) + good.substring(lineEnd));
        attempt(good.substring(0, key.start()) + good.substring(key.end() - 1));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aMisspeltKeyIsTheOneThingNamed(Key of) {
        MatchResult key = of.place();
        String name = key.group().substring(0, key.group().length() - 1);
        String misspelt = name + "z";
        String text = of.text().substring(0, key.start()) + misspelt + of.text().substring(key.end() - 1);
        List<Problem> problems = attempt(text);
        assertEquals(1, problems.size(), problems::toString);
        assertEquals(
                Place.of("toy.yaml", text, key.start()).line(), problems.get(0).line());
        assertEquals(
                Place.of("toy.yaml", text, key.start()).column(),
                problems.get(0).column());
        if (name.length() > 1) {
            assertEquals("did you mean '" + name + "'?", problems.get(0).hint());
        }
    }

    @Test
    void randomSlipsOfTheFingersThrowNothingElse() {
        SplittableRandom random = new SplittableRandom(1);
        String letters = "ab0.:-,[]{}#&*!|>'\"%@` \n\t~e\u00e9\u0000\\";
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder(i % 2 == 0 ? Studies.GOOD : Studies.GOOD_TABLE);
            for (int slips = random.nextInt(1, 4); slips > 0; slips--) {
                int at = random.nextInt(text.length());
                char letter = letters.charAt(random.nextInt(letters.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, letter);
                    default -> text.setCharAt(at, letter);
                }
            }
            attempt(text.toString());
        }
    }

    /** Reads; returns what is wrong. */
    private static List<Problem> attempt(String text) {
        try {
            Studies.read(text);
            return List.of();
        } catch (InvalidStudyException e) {
            long lines = Math.max(1, text.lines().count());
            for (Problem problem : e.problems()) {
                assertTrue(problem.line() <= lines, () -> problem + " in\n" + text);
                assertTrue(problem.toString().lines().count() == 1, problem::toString);
            }
            return e.problems();
        }
    }
}

package org.nasworkbench.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.space.SearchSpaceContract;

class TableSpaceTests {
    private static final SearchSpace FIXED =
            TableSpace.ofTexts("fixed", texts(new SplittableRandom(1), "abc", 5, 5, 60));
    private static final SearchSpace VARYING =
            TableSpace.ofTexts("varying", texts(new SplittableRandom(2), "1234", 2, 6, 80));
    private static final SearchSpace WORDS = TableSpace.ofWords(
            "words",
            List.of("stem", "width"),
            List.of(List.of("conv", "16"), List.of("pool", "16"), List.of("conv", "32")));

    /** Different texts of one or more characters each. */
    private static List<String> texts(SplittableRandom random, String letters, int shortest, int longest, int count) {
        Set<String> texts = new LinkedHashSet<>();
        while (texts.size() < count) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(shortest, longest + 1);
            for (int i = 0; i < length; i++) {
                text.appendCodePoint(letters.codePointAt(
                        letters.offsetByCodePoints(0, random.nextInt(letters.codePointCount(0, letters.length())))));
            }
            texts.add(text.toString());
        }
        return List.copyOf(texts);
    }

    @Nested
    class OfFixedLength extends SearchSpaceContract {
        @Override
        protected SearchSpace space() {
            return FIXED;
        }

        @Override
        protected String size() {
            return "60";
        }

        @Override
        protected Slip slip() {
            return new Slip("abcax", "x", "a");
        }
    }

    @Nested
    class OfVaryingLength extends SearchSpaceContract {
        @Override
        protected SearchSpace space() {
            return VARYING;
        }

        @Override
        protected String size() {
            return "80";
        }

        @Override
        protected Slip slip() {
            return new Slip("12x4", "x", "1");
        }
    }

    @Nested
    class OfWords extends SearchSpaceContract {
        @Override
        protected SearchSpace space() {
            return WORDS;
        }

        @Override
        protected String size() {
            return "3";
        }

        @Override
        protected Slip slip() {
            return new Slip("cov|32", "cov", "conv");
        }
    }

    @Test
    void rowsOfAnyLengthPrintAsTheyWereWritten() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 100; i++) {
            List<String> rows = texts(random, "ab\u00e9\ud83d\ude00e", 1, 5, random.nextInt(1, 30));
            TableSpace space = TableSpace.ofTexts("rows", rows);
            int longest = rows.stream()
                    .mapToInt(row -> row.codePointCount(0, row.length()))
                    .max()
                    .getAsInt();
            assertEquals(longest, space.decisions().size());
            assertEquals(BigInteger.valueOf(rows.size()), space.size());
            for (String row : rows) {
                assertEquals(row, space.print(space.parse(row)));
            }
        }
    }

    /** Whatever the choices, all behind the first end is an end, and nothing before it changes. */
    @Test
    void whatStandsBehindAnEndDoesNotCount() {
        SplittableRandom random = new SplittableRandom(4);
        TableSpace space = TableSpace.ofTexts("rows", texts(random, "abc", 1, 5, 100));
        Set<String> printed = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            int[] choices = space.decisions().stream()
                    .mapToInt(decision -> random.nextInt(decision.size()))
                    .toArray();
            Architecture any = Architecture.of(choices);
            Architecture canonical = space.canonical(any);
            String text = space.print(any);
            assertEquals(text, space.print(canonical));
            assertEquals(canonical, space.parse(text));
            for (int d = 0; d < text.length(); d++) {
                assertEquals(any.choice(d), canonical.choice(d));
            }
            printed.add(text);
        }
        assertTrue(printed.stream().anyMatch(text -> text.length() < 3), "some are cut short");
    }

    @Test
    void drawsAreRowsAndReachAllOfThem() {
        SplittableRandom random = new SplittableRandom(5);
        for (List<String> rows : List.of(texts(random, "ab", 6, 6, 40), texts(random, "ab", 1, 6, 40))) {
            TableSpace space = TableSpace.ofTexts("rows", rows);
            List<String> drawn = new ArrayList<>();
            // One of 40 rows is missed by 2,000 draws with a probability below 40 x (39/40)^2000 < 1e-20.
            Stream.generate(() -> space.print(space.sample(random))).limit(2000).forEach(drawn::add);
            assertEquals(Set.copyOf(rows), Set.copyOf(drawn));
        }
    }
}

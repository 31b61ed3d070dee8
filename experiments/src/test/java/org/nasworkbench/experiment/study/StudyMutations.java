package org.nasworkbench.experiment.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** What slips, editors, merges and malice do to a study's text. */
final class StudyMutations {
    /** Stands where a value stood; {@code Detonator} is a class of this package that would tell if it were made. */
    private static final List<String> VALUES = List.of(
            "",
            "~",
            "null",
            "true",
            "no",
            "-1",
            "0",
            "0.0",
            "1e999",
            "-.inf",
            ".nan",
            "0x7fffffffffffffffff",
            "1_000",
            "12345678901234567890123456789",
            "9".repeat(100_000),
            "0." + "0".repeat(50_000) + "1",
            "1e-400",
            "9223372036854775807",
            "-9223372036854775808",
            "2147483648",
            "1..999999999999999",
            "5..1",
            "''",
            "'\n'",
            "\"\\u0000\"",
            "\"\\ud83d\\ude00\"",
            "\u202e\u0645\u0631\u062d\u0628\u0627",
            "\ud83d\ude00",
            "\ud800",
            "x".repeat(70_000),
            "../../etc/passwd",
            "/dev/null",
            "C:\\x",
            "a\u0000b",
            "[]",
            "{}",
            "[[]]",
            "[{}]",
            "{a: {b: {c: []}}}",
            "[1, two, 3.0, ~, [4]]",
            "{? [a, b] : c}",
            "? x",
            "- x",
            "|\n  text\n   more",
            ">-",
            "&a *a",
            "&a [*a]",
            "*nowhere",
            "!!str 5",
            "!!int five",
            "!!float x",
            "!!bool maybe",
            "!!null x",
            "!!set {a}",
            "!!binary aGk=",
            "!!timestamp 2001-01-01",
            "!!omap [a: 1]",
            "!x y",
            "!<tag:yaml.org,2002:js/function> f",
            "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://localhost/\"]]]]",
            "!!org.nasworkbench.experiment.study.Detonator {}",
            "!!org.nasworkbench.experiment.study.Detonator [1]",
            "!<tag:yaml.org,2002:org.nasworkbench.experiment.study.Detonator> {fuse: 1}",
            "%YAML 1.1",
            "---",
            "...",
            "@at",
            "`tick`",
            "a: b: c",
            "'open",
            "\"open",
            "[open",
            "{open",
            "#",
            "\t",
            "\u00a0",
            "\u2028",
            "\u0085",
            "\ufeff");

    private static final List<String> LAUGHS = List.of("[x, x]", "{a: 1}", "[1..9]");

    private StudyMutations() {}

    /** The text after one to four changes. */
    static String mutate(String text, SplittableRandom random) {
        String mutated = text;
        for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
            mutated = change(mutated, random);
        }
        return mutated;
    }

    private static String change(String text, SplittableRandom random) {
        return switch (random.nextInt(16)) {
            case 0 -> lines(text, lines -> drop(lines, random));
            case 1 -> lines(text, lines -> insert(lines, lines.get(random.nextInt(lines.size())), random));
            case 2 -> lines(text, lines -> swap(lines, random));
            case 3 -> lines(text, lines -> onOne(lines, random, line -> " ".repeat(random.nextInt(1, 9)) + line));
            case 4 -> lines(text, lines -> onOne(lines, random, String::stripLeading));
            case 5, 6, 7 -> lines(text, lines -> onOne(lines, random, line -> withValue(line, value(random))));
            case 8 -> lines(text, lines -> onOne(lines, random, line -> withKey(line, random)));
            case 9 -> lines(text, lines -> insert(lines, "<<: *base", random));
            case 10 -> text.substring(0, random.nextInt(text.length() + 1));
            case 11 -> lines(text, lines -> onOne(lines, random, line -> withValue(line, deep(random))));
            case 12 -> at(text, random, Character.toString(random.nextInt(0, 0x300)));
            case 13 -> laughs(random) + text;
            case 14 -> lines(text, lines -> repeat(lines, random));
            default -> at(text, random, value(random));
        };
    }

    private static String value(SplittableRandom random) {
        return VALUES.get(random.nextInt(VALUES.size()));
    }

    private static String lines(String text, UnaryOperator<List<String>> change) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        return String.join("\n", change.apply(lines));
    }

    private static List<String> drop(List<String> lines, SplittableRandom random) {
        int from = random.nextInt(lines.size());
        lines.subList(from, Math.min(lines.size(), from + random.nextInt(1, 4))).clear();
        return lines;
    }

    private static List<String> insert(List<String> lines, String line, SplittableRandom random) {
        lines.add(random.nextInt(lines.size() + 1), line);
        return lines;
    }

    private static List<String> swap(List<String> lines, SplittableRandom random) {
        int one = random.nextInt(lines.size());
        return insert(lines, lines.remove(one), random);
    }

    /** One line very often, each time with another key. */
    private static List<String> repeat(List<String> lines, SplittableRandom random) {
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        for (int i = random.nextInt(1, 3000); i > 0; i--) {
            lines.add(at, line.replaceFirst("(?=[a-z-]+:)", "k" + i));
        }
        return lines;
    }

    private static List<String> onOne(List<String> lines, SplittableRandom random, UnaryOperator<String> change) {
        int at = random.nextInt(lines.size());
        lines.set(at, change.apply(lines.get(at)));
        return lines;
    }

    /** The first value of a line, up to what ends it, replaced. */
    private static String withValue(String line, String value) {
        int colon = line.indexOf(": ");
        if (colon < 0) {
            return line + " " + value;
        }
        int end = colon + 2;
        while (end < line.length() && ",}]#".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return line.substring(0, colon + 2) + value + line.substring(end);
    }

    private static String withKey(String line, SplittableRandom random) {
        List<String> keys =
                List.of("name", "type", "seeds", "<<", "? ", "", "a.b", "'q'", "&x k", "1", "~", "[a]", "\u00e9");
        return line.replaceFirst("[a-z-]+:", keys.get(random.nextInt(keys.size())) + ":");
    }

    private static String at(String text, SplittableRandom random, String inserted) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + inserted + text.substring(at);
    }

    private static String deep(SplittableRandom random) {
        int depth = random.nextInt(1, random.nextBoolean() ? 40 : 20_000);
        String open = random.nextBoolean() ? "[" : "{a: ";
        String close = open.equals("[") ? "]" : "}";
        return open.repeat(depth) + (random.nextBoolean() ? "" : close.repeat(depth));
    }

    /** A few lines that stand for very many words. */
    private static String laughs(SplittableRandom random) {
        StringBuilder text = new StringBuilder("base: &base " + LAUGHS.get(random.nextInt(LAUGHS.size())) + "\n");
        String last = "base";
        for (int i = random.nextInt(12); i > 0; i--) {
            String aliases = ("*" + last + ", ").repeat(random.nextInt(1, 12));
            text.append("l")
                    .append(i)
                    .append(": &l")
                    .append(i)
                    .append(" [")
                    .append(aliases)
                    .append("]\n");
            last = "l" + i;
        }
        return text.toString();
    }
}

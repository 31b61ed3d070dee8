package org.nasworkbench.latency.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program and its arguments, as one line. Blanks part words, and single or double quotes keep blanks in a word; no shell reads the
 * line. In each word <code>{onnx}</code> stands for the file of the network and <code>{threads}</code> for the number of threads; a
 * line without the first gets the file as its last argument.
 *
 * @param words as they were written, quotes removed
 */
record CommandWords(List<String> words) {
    private static final String ONNX = "{onnx}";
    private static final String THREADS = "{threads}";

    /** A word: pieces in quotes and pieces without blanks, one against the other. */
    private static final Pattern WORD = Pattern.compile("(\"[^\"]*\"|'[^']*'|[^\\s\"'])+");

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

    CommandWords {
        words = List.copyOf(words);
    }

    /** Reads a line. */
    static CommandWords parse(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(QUOTED.matcher(word.group())
                    .replaceAll(quoted ->
                            Matcher.quoteReplacement(quoted.group(1) == null ? quoted.group(2) : quoted.group(1))));
        }
        if (words.isEmpty() || !WORD.matcher(line).replaceAll("").isBlank()) {
            throw new IllegalArgumentException(
                    "a command must be a program and its arguments, every quote closed, but was '" + line + "'");
        }
        return new CommandWords(words);
    }

    /** Whether the program is told the number of threads. */
    boolean tellsThreads() {
        return words.stream().anyMatch(word -> word.contains(THREADS));
    }

    /** What is started for a network. */
    List<String> with(Path onnx, int threads) {
        List<String> filled = new ArrayList<>();
        words.forEach(
                word -> filled.add(word.replace(ONNX, onnx.toString()).replace(THREADS, Integer.toString(threads))));
        if (words.stream().noneMatch(word -> word.contains(ONNX))) {
            filled.add(onnx.toString());
        }
        return filled;
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}

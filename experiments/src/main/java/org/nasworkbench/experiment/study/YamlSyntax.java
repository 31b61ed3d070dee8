package org.nasworkbench.experiment.study;

import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Turns what the YAML parser says into a {@link Problem}. */
final class YamlSyntax {
    private YamlSyntax() {}

    static Problem problem(YamlEngineException e, String file, String text) {
        if (e instanceof MarkedYamlEngineException marked
                && marked.getProblemMark().isPresent()) {
            Place place = Place.of(file, marked.getProblemMark().get());
            int lines = (int) Math.max(1, text.lines().count());
            Place inside = place.line() <= lines ? place : new Place(file, lines, 1);
            return inside.problem("YAML", "must be well-formed: " + cause(marked), "", hint(marked));
        }
        if (e instanceof ReaderException reader) {
            int index =
                    text.offsetByCodePoints(0, Math.min(reader.getPosition(), text.codePointCount(0, text.length())));
            String character = String.format("U+%04X", reader.getCodePoint());
            return Place.of(file, text, index).problem("YAML", "must hold printable characters only", character, "");
        }
        return new Place(file, 1, 1).problem("YAML", "must be well-formed: " + oneLine(e.getMessage()), "", "");
    }

    private static String cause(MarkedYamlEngineException e) {
        if (e.getProblem().contains("TAB")) {
            return "a tab cannot stand here";
        }
        if (e.getProblem().contains("another document")) {
            return "a second document begins here";
        }
        return oneLine(e.getProblem());
    }

    private static String hint(MarkedYamlEngineException e) {
        String problem = e.getProblem();
        if (problem.contains("TAB")) {
            return "indent with spaces";
        }
        if (problem.startsWith("mapping values")) {
            return "text that holds ': ' needs quotes";
        }
        if (problem.contains("another document")) {
            return "a study is one document, without ---";
        }
        if (problem.contains("alias")) {
            return "text that begins with * needs quotes";
        }
        if (e.getContext() == null || e.getContextMark().isEmpty()) {
            return "";
        }
        return oneLine(e.getContext()) + " that begins on line "
                + (e.getContextMark().get().getLine() + 1);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
    }
}

package org.nasworkbench.experiment.reproduce;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nasworkbench.experiment.run.Json;

/** Writes what came of a reproduction: for machines and for people. */
public final class ReproductionReport {
    /** A run's first departure is a row of the table; further ones are in the JSON file. */
    private static final int MOST_ROWS = 20;

    private ReproductionReport() {}

    /** Writes {@code reproduction.json} and {@code reproduction.md} into a folder. */
    public static void write(Reproduction reproduction, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("reproduction.json"), Json.pretty(reproduction.asMap()) + "\n");
        Files.writeString(folder.resolve("reproduction.md"), text(reproduction));
    }

    /** As Markdown. */
    public static String text(Reproduction reproduction) {
        StringBuilder text = new StringBuilder();
        line(text, "## " + reproduction.folder());
        line(text, "");
        line(
                text,
                "Study `%s`, begun %s. **%s.**"
                        .formatted(
                                reproduction.manifest().study(),
                                reproduction.manifest().started(),
                                capital(reproduction.verdict())));
        reproduction.notes().forEach(note -> line(text, "\n" + capital(note) + "."));
        if (!reproduction.parts().isEmpty()) {
            line(text, "");
            line(text, "| table | rows | checked | identical | within tolerance | different |");
            line(text, "|---|---|---|---|---|---|");
            reproduction.parts().forEach(part -> line(text, row(part)));
        }
        departures(reproduction, text);
        causes(reproduction, text);
        return text.toString();
    }

    /** In a sentence. */
    public static String sentence(Reproduction reproduction) {
        return reproduction.verdict()
                + reproduction.parts().stream()
                        .map(part -> "; %s: %d of %d made again, %d identical, %d within tolerance, %d different"
                                .formatted(
                                        part.table(),
                                        part.checked(),
                                        part.recorded(),
                                        part.identical(),
                                        part.within(),
                                        part.different()))
                        .collect(Collectors.joining());
    }

    private static String row(Part part) {
        double share = part.recorded() == 0 ? 0 : 100.0 * part.checked() / part.recorded();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d (%.3g %%) | %d | %d | %d |",
                part.table(),
                part.recorded(),
                part.checked(),
                share,
                part.identical(),
                part.within(),
                part.different());
    }

    private static void departures(Reproduction reproduction, StringBuilder text) {
        if (reproduction.holds() || reproduction.parts().isEmpty()) {
            return;
        }
        line(text, "");
        line(text, "| where a run first differs | column | then | now |");
        line(text, "|---|---|---|---|");
        for (Part part : reproduction.parts()) {
            part.firsts().values().stream()
                    .limit(MOST_ROWS)
                    .forEach(first -> line(
                            text,
                            "| %s: %s%s | %s | %s | %s |"
                                    .formatted(
                                            part.table(),
                                            first.run(),
                                            first.row().isEmpty() ? "" : " from " + first.row() + " on",
                                            first.column(),
                                            cell(first.then()),
                                            cell(first.now()))));
            int more = part.firsts().size() - MOST_ROWS;
            if (more > 0) {
                line(text, "| %s: %d more runs | | | |".formatted(part.table(), more));
            }
        }
    }

    private static void causes(Reproduction reproduction, StringBuilder text) {
        if (!reproduction.causes().isEmpty()) {
            line(text, "");
            line(text, "| what was otherwise | then | now |");
            line(text, "|---|---|---|");
            reproduction
                    .causes()
                    .forEach(cause -> line(
                            text,
                            "| %s | %s | %s |"
                                    .formatted(cause.name(), cell(shown(cause.then())), cell(shown(cause.now())))));
        }
    }

    /** A fingerprint is known by its first letters. */
    private static String shown(String value) {
        return value.matches("[0-9a-f]{64}") ? value.substring(0, 12) : value;
    }

    private static String cell(String value) {
        return value.isEmpty() ? "–" : value.replace("|", "\\|");
    }

    private static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}

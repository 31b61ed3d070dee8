package org.nasworkbench.experiment.reproduce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nasworkbench.experiment.run.RunManifest;

/**
 * What came of running a study again.
 *
 * @param folder of the run, as it was named
 * @param manifest of the run
 * @param tolerance of scores
 * @param parts table by table; none where nothing was run
 * @param causes everything that was otherwise then, most decisive first
 * @param notes what a reader must know beside
 */
public record Reproduction(
        String folder,
        RunManifest manifest,
        double tolerance,
        List<Part> parts,
        List<Cause> causes,
        List<String> notes) {
    public Reproduction {
        parts = List.copyOf(parts);
        causes = List.copyOf(causes);
        notes = List.copyOf(notes);
    }

    /** Whether all that was made again is identical or within tolerance, and something was. */
    public boolean holds() {
        return !parts.isEmpty() && parts.stream().allMatch(part -> part.different() == 0);
    }

    /** The most decisive of what is known to be otherwise; empty where all holds, or where nothing is known to be. */
    public Optional<Cause> firstCause() {
        return holds()
                ? Optional.empty()
                : causes.stream().filter(Cause::isTold).findFirst();
    }

    /** The verdict in one sentence. */
    public String verdict() {
        if (parts.isEmpty()) {
            return "nothing was run: " + firstCause().map(Cause::toString).orElse("no table of it is there");
        }
        if (holds()) {
            int within = parts.stream().mapToInt(Part::within).sum();
            return within == 0
                    ? "identical to the last digit"
                    : within + " rows within the tolerance of " + tolerance + ", all others identical";
        }
        return "different; " + why();
    }

    /** What the manifest does not tell is no cause: it only cannot be ruled out. */
    private String why() {
        List<String> untold = causes.stream()
                .filter(cause -> !cause.isTold())
                .map(Cause::name)
                .toList();
        String open = untold.isEmpty() ? "" : "; its manifest does not tell: " + String.join(", ", untold);
        return firstCause()
                .map(cause -> "first cause: " + cause + open)
                .orElse("the cause is not known, for nothing that the manifest tells is otherwise" + open);
    }

    /** For machines. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("run", folder);
        map.put("study", manifest.study());
        map.put("started", manifest.started());
        map.put("holds", holds());
        map.put("verdict", verdict());
        map.put("score_tolerance", tolerance);
        map.put("circumstances_that_differ", causes.stream().map(Cause::asMap).toList());
        map.put("notes", notes);
        map.put("tables", parts.stream().map(Reproduction::asMap).toList());
        return map;
    }

    private static Map<String, Object> asMap(Part part) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("table", part.table());
        map.put("recorded", part.recorded());
        map.put("checked", part.checked());
        map.put("identical", part.identical());
        map.put("within_tolerance", part.within());
        map.put("different", part.different());
        map.put("compared_columns", part.compared());
        List<Map<String, String>> departures = new ArrayList<>();
        for (Part.Departure departure : part.departures()) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("run", departure.run());
            row.put("row", departure.row());
            row.put("column", departure.column());
            row.put("then", departure.then());
            row.put("now", departure.now());
            departures.add(row);
        }
        map.put("departures", departures);
        return map;
    }
}

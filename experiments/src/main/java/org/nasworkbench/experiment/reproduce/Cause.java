package org.nasworkbench.experiment.reproduce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.nasworkbench.experiment.run.RunManifest;

/**
 * Something that was otherwise when the run was made.
 *
 * @param name what: study text, seeds, data, code, libraries, JVM, CPU, threads
 * @param then by the manifest
 * @param now here
 */
public record Cause(String name, String then, String now) {
    private static final String UNTOLD = "not told";

    /** Names for readers. */
    private static final Map<String, String> NAMES = Map.of(
            "workbench", "code version",
            "code", "code",
            "libraries", "libraries",
            "java", "JVM",
            "machine", "CPU",
            "instructions", "CPU's instructions",
            "threads-per-worker", "threads");

    /**
     * Everything that is otherwise, most decisive first: what the study reads, then the code, then what computes.
     *
     * @param then the run's manifest
     * @param data the data's fingerprints now
     * @param now the circumstances now
     */
    static List<Cause> all(RunManifest then, Map<String, String> data, Map<String, String> now) {
        List<Cause> causes = new ArrayList<>();
        new TreeSet<>(data.keySet())
                .forEach(name ->
                        add(causes, "data (" + name + ")", then.fingerprints().get(name), data.get(name)));
        for (String name : RunManifest.CIRCUMSTANCES) {
            add(causes, NAMES.get(name), then.circumstances().get(name), now.get(name));
        }
        return causes;
    }

    private static void add(List<Cause> causes, String name, String then, String now) {
        if (then == null) {
            causes.add(new Cause(name, UNTOLD, now));
        } else if (!Objects.equals(then, now)) {
            causes.add(name.equals("libraries") ? libraries(then, now) : new Cause(name, then, now));
        }
    }

    /** Only those that are not on both sides. */
    private static Cause libraries(String then, String now) {
        TreeSet<String> before = new TreeSet<>(Arrays.asList(then.split(" ")));
        TreeSet<String> after = new TreeSet<>(Arrays.asList(now.split(" ")));
        TreeSet<String> both = new TreeSet<>(before);
        both.retainAll(after);
        before.removeAll(both);
        after.removeAll(both);
        return new Cause("libraries", listed(before), listed(after));
    }

    private static String listed(TreeSet<String> jars) {
        return jars.isEmpty() ? "none besides" : String.join(" ", jars);
    }

    /** Whether the data are others: no number can be the same then. */
    boolean isData() {
        return name.startsWith("data") && isTold();
    }

    Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("what", name);
        map.put("then", then);
        map.put("now", now);
        return map;
    }

    /** Whether the manifest tells how it was. */
    boolean isTold() {
        return !then.equals(UNTOLD);
    }

    @Override
    public String toString() {
        return name + ": " + then + " then, " + now + " now";
    }
}

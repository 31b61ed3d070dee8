package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nasworkbench.latency.Timing;
import org.nasworkbench.results.FactCsv;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.work.WholeFile;

/** The table of a {@link Retiming}: a row for each platform, search and network, below lines that say what each platform was. */
public final class RetimedNetworks {
    private static final String HEADER =
            "timed_on,search,seed,number,genotype,macs,score,latency_ms,low_ms,high_ms,chosen";

    private final FactCsv file;
    private final Map<String, Timing> timings = new HashMap<>();

    private RetimedNetworks(FactCsv file) {
        this.file = file;
        if (!file.header().equals(List.of(HEADER.split(",")))) {
            throw new IllegalArgumentException("networks that were timed again must have the columns " + HEADER
                    + ", but has " + String.join(",", file.header()) + " (" + file.file() + ")");
        }
        for (FactCsv.Row row : file.rows()) {
            Timing timing = new Timing(row.number("latency_ms"), row.number("low_ms"), row.number("high_ms"), 0);
            timings.put(key(row.text("timed_on"), row.text("genotype")), timing);
        }
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException naming what is wrong and its line
     */
    public static RetimedNetworks read(Path file) throws IOException {
        return new RetimedNetworks(FactCsv.read(file));
    }

    /** Writes it. */
    public static void write(ChainSpace space, List<Retiming.Result> results, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Retiming.Result result : results) {
            lines.add("# runtime of " + result.platform() + ": " + result.runtime());
            lines.add("# times of " + result.platform() + ": " + (result.projected() ? "projected" : "measured"));
        }
        lines.add(HEADER);
        results.forEach(result -> add(space, result, lines));
        WholeFile.write(file, String.join("\n", lines) + "\n");
    }

    private static void add(ChainSpace space, Retiming.Result result, List<String> lines) {
        for (StudyResults.TrialRow trial : result.results().fullTrials()) {
            Timing timing = result.timings().get(trial.genotype());
            if (timing != null) {
                lines.add(String.join(
                        ",",
                        result.platform(),
                        trial.strategy(),
                        Long.toString(trial.seed()),
                        Integer.toString(trial.number()),
                        '"' + trial.genotype() + '"',
                        Long.toString(
                                space.network(space.parse(trial.genotype())).macs()),
                        Double.toString(trial.score().orElseThrow()),
                        Double.toString(timing.millis()),
                        Double.toString(timing.low()),
                        Double.toString(timing.high()),
                        Boolean.toString(trial.chosen())));
            }
        }
    }

    Timing timing(String platform, String genotype) {
        Timing timing = timings.get(key(platform, genotype));
        if (timing == null) {
            throw new IllegalArgumentException("all networks of the runs must have been timed on " + platform + ", but "
                    + genotype + " was not (" + file.file() + ")");
        }
        return timing;
    }

    String runtime(String platform) {
        return fact("runtime", platform);
    }

    boolean projected(String platform) {
        return fact("times", platform).equals("projected");
    }

    private String fact(String name, String platform) {
        String value = file.facts().get(name + " of " + platform);
        if (value == null) {
            throw new IllegalArgumentException("networks that were timed on " + platform + " must have a line '# "
                    + name + " of " + platform + ": …', but there is none (" + file.file() + ")");
        }
        return value;
    }

    private static String key(String platform, String genotype) {
        return platform + '\n' + genotype;
    }
}

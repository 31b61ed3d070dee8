package org.nasworkbench.experiment.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nasworkbench.experiment.Workbench;
import org.nasworkbench.experiment.study.InvalidStudyException;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.StudyReader;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.strategy.Laboratory;

/**
 * Where the runs of a study begin: at their first trial, or at that of the runs that they were forked from. Trials before it are in the
 * record, and answer as they do after an interruption; until it is reached, the old budget holds and the old seed draws.
 *
 * @param before the study that was forked; the study itself where nothing is
 * @param from the folder of its run; empty where nothing is forked
 * @param at the first trial that is new; 0 where nothing is forked
 * @param origins the run that each run goes on from
 * @param taken how many trials it took over: so many, or all that there are where there are less
 */
record Branch(Study study, Study before, String from, int at, Map<RunKey, RunKey> origins, Map<RunKey, Integer> taken) {
    static final String FROM = "forked_from";
    static final String AT = "forked_at";
    static final String SPEC = "forked_spec";

    /** By the facts of the study's record. */
    static Branch of(Study study, StudyStore store) {
        Optional<String> at = store.fact(AT);
        if (at.isEmpty()) {
            Map<RunKey, RunKey> same = new LinkedHashMap<>();
            Search.of(study).forEach(search -> same.put(search.run(), search.run()));
            return new Branch(study, study, "", 0, same, Map.of());
        }
        Study before = parse(store.fact(SPEC).orElseThrow(), study);
        return new Branch(
                study,
                before,
                store.fact(FROM).orElseThrow(),
                Integer.parseInt(at.get()),
                new ForkRules(before, study).origins(),
                StudyResults.takenOver(Map.of(
                        StudyResults.TAKEN_OVER,
                        store.fact(StudyResults.TAKEN_OVER).orElseThrow())));
    }

    /** The study that was forked; it reads what this one reads. */
    static Study parse(String spec, Study study) {
        try {
            return StudyReader.parse(spec, "the run that is forked", folder(study), List.of());
        } catch (InvalidStudyException e) {
            throw new IllegalArgumentException(
                    "the study of a run that is forked must be one of this version: " + e.getMessage(), e);
        }
    }

    private static Path folder(Study study) {
        Path parent = Path.of(study.source()).toAbsolutePath().getParent();
        return parent == null ? Workbench.studies() : parent;
    }

    /** What a manifest says of it; nothing where nothing is forked. */
    Map<String, Object> facts() {
        if (from.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> seeds = new TreeMap<>();
        origins.forEach((run, origin) -> seeds.put(Long.toString(run.seed()), origin.seed()));
        return Map.of("forked-from", from, "forked-at", at, "forked-spec", before.text(), "forked-seeds", seeds);
    }

    /** What a run may use: until the fork by the old study, from there on by the new one. */
    BudgetMeter meter(RunKey run) {
        return new BudgetMeter(Search.limits(before), taken(run), Search.limits(study));
    }

    private int taken(RunKey run) {
        return taken.getOrDefault(run, 0);
    }

    /** What a run has recorded, with what the trials that it took over had cost when they were trained. */
    TrialLog log(RunKey run, TrialLog log) {
        return taken(run) == 0 ? log : new ForkedLog(log, taken(run));
    }

    /** A laboratory that draws by the old seed until the new trials begin. */
    Laboratory laboratory(RunKey run, StudyLaboratory laboratory, BudgetMeter meter) {
        RunKey origin = origins.get(run);
        return run.equals(origin)
                ? laboratory
                : new ForkedLaboratory(
                        laboratory,
                        purpose -> ForkedRandom.of(
                                Search.random(origin, purpose),
                                Search.random(run, purpose),
                                () -> meter.asked() >= taken(run)));
    }
}

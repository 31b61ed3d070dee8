package org.nasworkbench.experiment.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.nasworkbench.evaluation.Cost;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.results.FinalTraining;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.SearchSpace;

/** Takes over into a study's record the first trials of the runs that it is forked from, as credit. */
final class Graft {
    private final Study study;
    private final Fork fork;
    private final RunFolder folder;
    private final StudyStore store;

    Graft(Study study, Fork fork, RunFolder folder, StudyStore store) {
        this.study = study;
        this.fork = fork;
        this.folder = folder;
        this.store = store;
    }

    /**
     * Takes trials and facts over, all or nothing, unless that was done before.
     *
     * @throws IllegalArgumentException if it cannot be forked, with the reason
     */
    void take(SearchSpace space) throws IOException {
        String name =
                fork.from().root().toAbsolutePath().normalize().getFileName().toString();
        if (store.fact(Branch.AT).isPresent()) {
            requireSame(name);
            return;
        }
        if (store.fact("spec").isPresent()) {
            throw new IllegalArgumentException("a fork must begin in a folder of its own, but " + folder.root()
                    + " holds a run from its first trial; use --fresh to begin anew or --out for another folder");
        }
        if (!fork.from().holdsRun()) {
            throw new IllegalArgumentException("a run must have its record to be forked, but there is none in "
                    + fork.from().root());
        }
        Closeable lock = fork.from().lock();
        try (lock;
                StudyStore source = new StudyStore(fork.from().store())) {
            String spec = source.fact("spec").orElseThrow();
            Study before = Branch.parse(spec, study);
            ForkRules rules = new ForkRules(before, study);
            rules.check();
            requireSameData();
            List<Runnable> writes = new ArrayList<>();
            Taken taken = take(rules.origins(), source, space, writes);
            if (Files.exists(fork.from().latency()) && !Files.exists(folder.latency())) {
                Files.copy(fork.from().latency(), folder.latency());
            }
            store.atomically(() -> {
                writes.forEach(Runnable::run);
                store.fact(Branch.FROM, name);
                store.fact(Branch.AT, Integer.toString(fork.at()));
                store.fact(Branch.SPEC, spec);
                store.fact(StudyResults.TAKEN_OVER, taken.text());
                store.fact(StudyResults.FORKED, sentence(name, taken));
            });
        }
    }

    /** How many trials of each run, and what they had cost. */
    private record Taken(Map<RunKey, Integer> trials, double seconds) {
        /** As the fact says it. */
        String text() {
            return trials.entrySet().stream()
                    .map(run -> run.getValue() + " " + run.getKey().seed() + " "
                            + run.getKey().strategy())
                    .collect(Collectors.joining("\n"));
        }

        int all() {
            return trials.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private Taken take(Map<RunKey, RunKey> origins, StudyStore source, SearchSpace space, List<Runnable> writes) {
        Map<RunKey, Integer> trials = new LinkedHashMap<>();
        double seconds = 0;
        int longest = 0;
        for (Map.Entry<RunKey, RunKey> origin : origins.entrySet()) {
            SortedMap<Integer, Trial> recorded = source.trials(origin.getValue(), space);
            if (recorded.size() < fork.at() && source.outcome(origin.getValue()).isEmpty()) {
                throw new IllegalArgumentException("--at must be a trial that is there already, but was " + fork.at()
                        + ", and " + origin.getValue() + " has come to " + recorded.size() + " only");
            }
            longest = Math.max(longest, recorded.size());
            trials.put(origin.getKey(), Math.min(fork.at(), recorded.size()));
            for (Trial trial : recorded.headMap(fork.at()).values()) {
                Trial credited = trial.at(Cost.credit(trial.cost()));
                String canonical = space.print(space.canonical(trial.architecture()));
                writes.add(() -> store.addTrial(origin.getKey(), credited, canonical, System.currentTimeMillis()));
                seconds += trial.cost().deviceSeconds() + trial.cost().simulatedSeconds();
            }
        }
        if (fork.at() > longest) {
            throw new IllegalArgumentException("--at must be a trial of the run, or the one after its last, but was "
                    + fork.at() + ", and the longest has " + longest + " trials");
        }
        return new Taken(trials, seconds);
    }

    private String sentence(String name, Taken taken) {
        return String.format(
                Locale.ROOT,
                "%s, at trial %d: %d trials were taken over with their values by the objective there; the %.1f s that they had"
                        + " cost are credit here, and in no cost",
                name,
                fork.at(),
                taken.all(),
                taken.seconds());
    }

    private void requireSame(String name) {
        String from = store.fact(Branch.FROM).orElse("");
        String at = store.fact(Branch.AT).orElse("");
        if (!from.equals(name) || !at.equals(Integer.toString(fork.at()))) {
            throw new IllegalArgumentException("a fork must stay as it began, but " + folder.root()
                    + " was forked from " + from + " at trial " + at
                    + "; use --fresh to begin anew or --out for another folder");
        }
    }

    /** By the manifest of the run, where it has one. */
    private void requireSameData() throws IOException {
        if (!Files.exists(fork.from().manifest())) {
            return;
        }
        Map<String, String> then = RunManifest.read(fork.from()).fingerprints();
        Map<String, String> now = Fingerprints.of(study);
        then.forEach((data, fingerprint) -> {
            if (!fingerprint.equals(now.get(data))) {
                throw new IllegalArgumentException("a fork must read the data of the run that it is forked from, but "
                        + data + " has changed since");
            }
        });
    }

    /** Final trainings that the forked runs did for the same choice: nobody trains them twice. */
    void takeFinals(Map<RunKey, Architecture> chosen, SearchSpace space, Branch branch) throws IOException {
        if (!fork.from().holdsRun()
                || branch.before().trained().finale().epochs()
                        != study.trained().finale().epochs()) {
            return;
        }
        Closeable lock = fork.from().lock();
        try (lock;
                StudyStore source = new StudyStore(fork.from().store())) {
            for (FinalTraining done : source.finals()) {
                for (Map.Entry<RunKey, Architecture> choice : chosen.entrySet()) {
                    boolean same = branch.origins().get(choice.getKey()).equals(done.run())
                            && space.print(choice.getValue()).equals(done.genotype())
                            && study.trained().finale().seeds().contains(done.finalSeed());
                    if (same && done.score().isPresent() && !done.inherited()) {
                        take(choice.getKey(), done);
                    }
                }
            }
        }
    }

    private void take(RunKey run, FinalTraining done) throws IOException {
        FinalTrainings.keepAlso(
                fork.from().finalNetwork(done.run(), done.finalSeed()), folder.finalNetwork(run, done.finalSeed()));
        store.addFinal(
                new FinalTraining(
                        run,
                        done.finalSeed(),
                        done.genotype(),
                        false,
                        done.score(),
                        done.metrics(),
                        0,
                        done.testOpenedMillis(),
                        "the network of " + done.run() + " of the run that was forked"),
                System.currentTimeMillis());
    }
}

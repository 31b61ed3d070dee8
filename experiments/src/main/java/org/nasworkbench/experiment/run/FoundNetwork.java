package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.nasworkbench.evaluation.KeptNetwork;
import org.nasworkbench.results.FinalStarts;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.space.Nearest;

/**
 * The network that a run chose, as a final training left it.
 *
 * @param facts where it comes from and what it is worth, by name
 */
public record FoundNetwork(KeptNetwork network, Map<String, String> facts) {
    /**
     * Looks it up in the folder of a study.
     *
     * @param finalSeed of the final training; empty for the first one: the best one would be chosen by its test score
     * @throws IllegalArgumentException if there is no such run, it has chosen nothing, or its weights are not kept
     */
    public static FoundNetwork in(RunFolder folder, String strategy, long seed, OptionalLong finalSeed)
            throws IOException {
        StudyResults results = StoredStudy.read(folder.store());
        StudyResults.Run run = run(results, folder, strategy, seed);
        StudyResults.Final training = training(results, folder, run, finalSeed);
        Path file = folder.finalNetwork(new RunKey(strategy, seed), training.finalSeed());
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(
                    "the weights of a final training must be kept with its run, but " + file
                            + " is not there: the study has no training, was run by an older version, or was copied without it");
        }
        return new FoundNetwork(KeptNetwork.read(file), facts(results, run, training));
    }

    private static StudyResults.Run run(StudyResults results, RunFolder folder, String strategy, long seed) {
        List<String> names = results.runs().stream()
                .map(StudyResults.Run::strategy)
                .distinct()
                .toList();
        if (!names.contains(strategy)) {
            throw new IllegalArgumentException("a strategy must be one of " + names + ", but was '" + strategy
                    + "'; did you mean '" + Nearest.word(strategy, names) + "'? (" + folder.root() + ")");
        }
        List<StudyResults.Run> ofStrategy = results.runs().stream()
                .filter(run -> run.strategy().equals(strategy))
                .toList();
        return ofStrategy.stream()
                .filter(run -> run.seed() == seed)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a seed of " + strategy + " must be one of "
                        + ofStrategy.stream().map(StudyResults.Run::seed).toList() + ", but was " + seed + " ("
                        + folder.root() + ")"));
    }

    private static StudyResults.Final training(
            StudyResults results, RunFolder folder, StudyResults.Run run, OptionalLong finalSeed) {
        List<StudyResults.Final> done = results.finals().stream()
                .filter(row -> row.strategy().equals(run.strategy()) && row.seed() == run.seed())
                .filter(row -> row.score().isPresent())
                .toList();
        return done.stream()
                .filter(row -> finalSeed.isEmpty() || row.finalSeed() == finalSeed.getAsLong())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a network is exported after its final training, but "
                        + run.strategy() + " seed " + run.seed()
                        + " is " + run.status() + " with final seeds "
                        + done.stream().map(StudyResults.Final::finalSeed).toList() + " (" + folder.root()
                        + ")"));
    }

    private static Map<String, String> facts(StudyResults results, StudyResults.Run run, StudyResults.Final training) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("study", results.name());
        facts.put("strategy", run.strategy());
        facts.put("seed", Long.toString(run.seed()));
        facts.put("final-seed", Long.toString(training.finalSeed()));
        facts.put(
                "weights",
                "trained: " + results.facts().getOrDefault("final training", "as the study says")
                        + (training.inherited() ? "; " + FinalStarts.words(training) : ""));
        facts.put("task", results.facts().getOrDefault("task", "unknown"));
        facts.put("test-miou", Double.toString(training.score().orElseThrow()));
        if (run.latencyMillis().isPresent()) {
            facts.put("latency-ms", Double.toString(run.latencyMillis().getAsDouble()));
            facts.put("latency-platform", results.facts().getOrDefault("platform", "unknown"));
            facts.put("latency-machine", results.facts().getOrDefault("machine", "unknown"));
        }
        return facts;
    }
}

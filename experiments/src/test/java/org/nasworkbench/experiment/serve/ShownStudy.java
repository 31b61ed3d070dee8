package org.nasworkbench.experiment.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.nasworkbench.evaluation.Cost;
import org.nasworkbench.evaluation.Outcome;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.experiment.run.StudyOutputs;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.results.FinalTraining;
import org.nasworkbench.results.LedgerEntry;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.work.CostCategory;

/** A record with made-up numbers in the form of real ones, for pages to show. */
final class ShownStudy {
    static final List<String> CLASSES = List.of("sky", "building", "road", "car");
    static final int BLOCKS = 10;
    private static final List<String> STRATEGIES =
            List.of("random-sampling", "random-search", "evolution", "reinforce");
    private static final int EPOCHS = 5;
    private static final ChainSpace SPACE = SearchSpaces.chain("squeezenas-small", 1, 2, 4, new Shape(3, 96, 128));

    private final RunFolder folder;
    private final StudyStore store;
    private final SplittableRandom random = new SplittableRandom(1);
    private int sequence;
    private long millis = 1_700_000_000_000L;

    private ShownStudy(Path root) throws IOException {
        folder = new RunFolder(root);
        Files.createDirectories(root);
        store = new StudyStore(root.resolve("study.db"));
    }

    /** A study of 4 strategies, 3 seeds and 24 trials each, all ended, with its report. */
    static RunFolder trained(Path root) throws IOException {
        RunFolder folder = record(root, 3, 24);
        StudyOutputs.write(folder);
        return folder;
    }

    /** The record alone, with other numbers of seeds and of trials of a run. */
    static RunFolder record(Path root, int seeds, int trials) throws IOException {
        ShownStudy study = new ShownStudy(root);
        try (study.store) {
            study.begin(seeds);
            for (String strategy : STRATEGIES) {
                for (long seed = 1; seed <= seeds; seed++) {
                    study.run(new RunKey(strategy, seed), trials);
                }
            }
            study.store.seen(1, study.millis, true);
        }
        return study.folder;
    }

    /** Adds a trial to a run of a study that is going on, as a run does. */
    static void addTrial(Path root, RunKey run, int number) {
        try (StudyStore store = new StudyStore(root.resolve("study.db"))) {
            store.addRun(run, run.strategy(), "{}");
            SplittableRandom random = new SplittableRandom(number);
            store.addTrial(run, trial(number, random), SPACE.print(SPACE.sample(random)), 1_700_000_000_000L + number);
        }
    }

    /** A record in which nothing but its name is known. */
    static void beginAnew(Path root) throws IOException {
        ShownStudy study = new ShownStudy(root);
        try (study.store) {
            study.begin(1);
        }
    }

    private void begin(int seeds) {
        store.fact("name", "shown");
        store.fact("task", "street-scenes: synthetic driving scenes of 96x128");
        store.fact("space", "squeezenas-small, 10 blocks of 13 options");
        store.fact("classes", String.join("\n", CLASSES));
        store.fact("full_epochs", Integer.toString(EPOCHS));
        store.fact("target_ms", "4.0");
        store.fact("strategy_order", String.join("\n", STRATEGIES));
        store.fact("platform", "this-cpu-onnxruntime");
        store.fact("latency check", "mean absolute error 1.1 %, Spearman 0.99 on 120 networks");
        store.beginSession(2, millis);
    }

    private void run(RunKey run, int count) {
        store.atomically(() -> {
            store.addRun(run, run.strategy(), "{}");
            List<Trial> trials = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                Trial trial = trial(number, random);
                millis += 1000;
                store.addTrial(run, trial, trial.genotype(), millis);
                charge(run, CostCategory.SEARCH_TRAINING, trial.cost().deviceSeconds());
                trials.add(trial);
            }
            Trial best = trials.stream()
                    .max(Comparator.comparingDouble(trial -> trial.value().orElse(0)))
                    .orElseThrow();
            List<Trial> front = trials.stream()
                    .filter(trial -> trials.stream()
                            .noneMatch(other -> score(other) > score(trial) && millis(other) <= millis(trial)))
                    .sorted(Comparator.comparingDouble(ShownStudy::millis))
                    .toList();
            store.finish(run, Optional.of(best), best.value().orElseThrow(), front, millis);
            store.addFinal(
                    new FinalTraining(
                            run,
                            1,
                            best.genotype(),
                            false,
                            OptionalDouble.of(score(best) + 0.05),
                            Map.of(),
                            60,
                            millis,
                            ""),
                    millis);
            charge(run, CostCategory.FINAL_TRAINING, 60);
        });
    }

    private void charge(RunKey run, CostCategory category, double seconds) {
        store.charge(new LedgerEntry(1, 0, sequence++, Optional.of(run), category, seconds, ""));
    }

    private static double score(Trial trial) {
        return trial.outcome().score().orElseThrow();
    }

    private static double millis(Trial trial) {
        return trial.latency().orElseThrow().millis();
    }

    /** A larger network scores better, with noise. */
    private static Trial trial(int number, SplittableRandom random) {
        Architecture architecture = SPACE.sample(random);
        double size = SPACE.network(architecture).macs() / 1e7;
        double score = 0.1 + 0.25 * size / (size + 4) + 0.03 * random.nextDouble();
        double latency = 1 + size * (0.9 + 0.2 * random.nextDouble());
        List<Double> losses = new ArrayList<>();
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            losses.add(2.2 / Math.sqrt(epoch) - score);
        }
        List<Double> confusion = new ArrayList<>();
        for (int truth = 0; truth < CLASSES.size(); truth++) {
            for (int predicted = 0; predicted < CLASSES.size(); predicted++) {
                confusion.add((double) (truth == predicted ? 900 + random.nextInt(900) : random.nextInt(400)));
            }
        }
        return new Trial(
                number,
                architecture,
                SPACE.print(architecture),
                EPOCHS,
                new Outcome.Scored(
                        score,
                        Map.of("train_loss", losses.get(EPOCHS - 1)),
                        Map.of(Outcome.Scored.TRAIN_LOSS, losses, Outcome.Scored.VAL_CONFUSION, confusion)),
                Optional.of(new Latency(latency)),
                OptionalDouble.of(score * Math.pow(latency / 4, -0.07)),
                Cost.measured(20 + 10 * random.nextDouble()),
                false,
                0);
    }
}

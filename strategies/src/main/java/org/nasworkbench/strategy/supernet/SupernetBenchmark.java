package org.nasworkbench.strategy.supernet;

import ai.djl.ndarray.NDManager;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nasworkbench.evaluation.StandaloneTraining;
import org.nasworkbench.evaluation.StandaloneTraining.Purpose;
import org.nasworkbench.network.Batch;
import org.nasworkbench.network.TrainedNetwork;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.strategy.supernet.Recipe.LogitsRecipe;
import org.nasworkbench.strategy.supernet.Recipe.Temperature;
import org.nasworkbench.task.SegmentationSet;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.task.Split;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.Seeds;
import org.nasworkbench.work.TrainingProtocol;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

/**
 * Times a training step of a supernet in each mode, in rounds that also time what it is held against: the network of median MACs among
 * {@value #SAMPLED} samples, the networks of the paths that the step took, each alone, and paths that use one option everywhere.
 *
 * @param task has at least {@code protocol.batch} images to learn weights from
 * @param rounds at least 1
 */
public record SupernetBenchmark(
        ChainSpace space, SegmentationTask task, TrainingProtocol protocol, int rounds, long seed)
        implements Work<SupernetBenchmark.Times> {
    private static final int SAMPLED = 101;
    private static final double NEXT_TO_NOTHING = 1e-9;

    /**
     * A kind of step.
     *
     * @param name in words
     * @param seconds one a round
     * @param against seconds of what it is held against, in the same rounds, by what that is in words
     */
    public record Step(String name, double[] seconds, Map<String, double[]> against) implements Serializable {
        /** How many times as long as something it took, round by round. */
        public double[] ratios(String other) {
            double[] there = against.get(other);
            return IntStream.range(0, seconds.length)
                    .mapToDouble(round -> seconds[round] / there[round])
                    .toArray();
        }
    }

    /** All kinds of step. */
    public record Times(List<Step> steps) implements Serializable {}

    /** Pieces of work whose memory is to be compared, by what they train; the first one is the measure. */
    public Map<String, Work<?>> memory() {
        Map<String, Work<?>> works = new LinkedHashMap<>();
        works.put(StepTimes.MEDIAN, training(median()));
        works.put("largest network alone", training(space.largest()));
        works.put("one path", training(Sampling.UNIFORM_PATH));
        works.put("two paths", training(Sampling.BINARY_GATES));
        works.put("full mixture", training(Sampling.NOISE_PER_IMAGE));
        return works;
    }

    @Override
    public Times perform(Workplace workplace) {
        SegmentationSet set = workplace.data(task).part(Split.WEIGHTS);
        Batch batch = training(Sampling.UNIFORM_PATH).loop(set).first(set, protocol.batch());
        StepTimes times = new StepTimes(rounds);
        try (SupernetTrainer single = new SupernetTrainer(training(Sampling.UNIFORM_PATH));
                SupernetTrainer mixed = new SupernetTrainer(training(Sampling.NOISE_PER_IMAGE));
                SupernetTrainer gated = new SupernetTrainer(training(Sampling.BINARY_GATES))) {
            for (int round = 0; round < rounds; round++) {
                long draw = round;
                Map<String, Runnable> parts = new LinkedHashMap<>();
                parts.put(StepTimes.MIXED_WEIGHTS, () -> mixed.learnWeights(batch, 1, random(draw), NEXT_TO_NOTHING));
                parts.put(StepTimes.MIXED_LOGITS, () -> mixed.learnLogits(batch, 1, random(draw)));
                parts.put(StepTimes.TWO_PATHS, () -> gated.learnLogits(batch, 1, random(draw)));
                addPaths(parts, single, batch, space.sample(random(draw)));
                List<TrainedNetwork> networks = addNetworks(parts, gated, set, draw);
                times.round(round, parts);
                networks.forEach(TrainedNetwork::close);
                workplace.progress((round + 1.0) / rounds, "round %d/%d".formatted(round + 1, rounds));
            }
        }
        return new Times(times.steps(space.options()));
    }

    private void addPaths(Map<String, Runnable> parts, SupernetTrainer single, Batch batch, Architecture path) {
        List<Function<NDManager, Paths>> each = SupernetMemory.each(space);
        parts.put(StepTimes.ONE_PATH, () -> single.learn(batch, List.of(step -> Paths.one(path)), NEXT_TO_NOTHING));
        parts.put(StepTimes.FAIR_PATHS, () -> single.learn(batch, each, NEXT_TO_NOTHING));
        for (int option = 0; option < each.size(); option++) {
            List<Function<NDManager, Paths>> everywhere = List.of(each.get(option));
            parts.put(space.options().get(option).name(), () -> single.learn(batch, everywhere, NEXT_TO_NOTHING));
        }
    }

    /** The median network and those of the paths that this round's steps take, each with weights of its own. */
    private List<TrainedNetwork> addNetworks(
            Map<String, Runnable> parts, SupernetTrainer gated, SegmentationSet set, long draw) {
        Map<String, Architecture> networks = new LinkedHashMap<>();
        networks.put(StepTimes.MEDIAN, median());
        networks.put(StepTimes.ITS_PATH, space.sample(random(draw)));
        try (NDManager step = gated.manager().newSubManager()) {
            Paths pair = gated.logits().gated(step, random(draw)).paths();
            networks.put(StepTimes.ITS_FIRST, path(pair, 0));
            networks.put(StepTimes.ITS_SECOND, path(pair, 1));
        }
        List<TrainedNetwork> made = new ArrayList<>();
        networks.forEach((name, network) -> {
            TrainedNetwork trained = new TrainedNetwork(space.network(network), Seeds.random(seed, "weights"));
            IntConsumer step = trained.step(protocol, set, task.classes().size(), seed);
            parts.put(name, () -> step.accept(protocol.batch()));
            made.add(trained);
        });
        return made;
    }

    private Architecture path(Paths pair, int number) {
        return new Architecture(IntStream.range(0, space.blocks())
                .map(block -> pair.options(block)[number])
                .boxed()
                .toList());
    }

    private Architecture median() {
        RandomGenerator random = Seeds.random(seed, "median");
        return Stream.generate(() -> space.sample(random))
                .limit(SAMPLED)
                .sorted(Comparator.comparing(network -> space.network(network).macs()))
                .skip(SAMPLED / 2)
                .findFirst()
                .orElseThrow();
    }

    private RandomGenerator random(long draw) {
        return Seeds.random(seed, "path", draw);
    }

    private StandaloneTraining training(Architecture network) {
        return new StandaloneTraining(space, network, task, protocol, Purpose.SEARCH, seed);
    }

    private SharedWeightsTraining training(Sampling sampling) {
        LogitsRecipe logits = new LogitsRecipe(
                new Logits.Rule(true, NEXT_TO_NOTHING, 0.9, 0),
                new LatencyLoss(LatencyLoss.Form.RATIO, 0.1, 1, 1, 1),
                new Temperature(1, 1, false),
                1,
                true);
        double[][] latencies = new double[space.blocks()][space.options().size()];
        return new SharedWeightsTraining(
                space,
                task,
                protocol,
                new Recipe(sampling, 0, sampling.learnsLogits() ? logits : null),
                latencies,
                seed);
    }

    @Override
    public CostCategory category() {
        return CostCategory.ENGINE;
    }

    @Override
    public String title() {
        return "timing steps of a supernet of " + space.name();
    }
}

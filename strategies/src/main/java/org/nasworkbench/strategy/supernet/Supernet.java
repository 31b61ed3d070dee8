package org.nasworkbench.strategy.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.nasworkbench.network.ExecutableNetwork;
import org.nasworkbench.network.Weights;
import org.nasworkbench.network.Weights.Weight;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.BlockOption;
import org.nasworkbench.space.BlockPlace;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.Network;

/**
 * All networks of a chain space in one: at each block the outputs of the options that run, each times its share, and summed. A block's
 * identity is outside the sum, which changes nothing where the shares sum to 1.
 */
final class Supernet {
    private final Weights weights;
    private final Part stem;
    private final List<List<Part>> options = new ArrayList<>();
    private final List<BlockPlace> places;
    private final List<BlockOption> choices;
    private final Part head;
    private final int tapBlock;

    /** A piece of the supernet that runs as a whole, and what is trained in it. */
    private record Part(ExecutableNetwork network, List<Weight> trained) {}

    /** Initial shared weights, on the manager. */
    Supernet(ChainSpace space, NDManager manager, RandomGenerator random) {
        weights = new Weights(manager);
        places = space.places();
        choices = space.options();
        tapBlock = space.tapBlock();
        stem = add("", space.stem(), random);
        for (int b = 0; b < places.size(); b++) {
            List<Part> block = new ArrayList<>();
            for (BlockOption option : choices) {
                block.add(add(shared(b, option), space.option(places.get(b), option), random));
            }
            options.add(block);
        }
        head = add("", space.head(), random);
    }

    /** The shared weights. */
    Weights weights() {
        return weights;
    }

    /** A copy of one network's weights, by the names that they have in a network of its own; running statistics included. */
    Map<String, float[]> values(Architecture network) {
        Map<String, float[]> values = new LinkedHashMap<>();
        copy("stem.", "stem.", values);
        for (int b = 0; b < blocks(); b++) {
            copy(shared(b, choices.get(network.choice(b))), "block" + b + ".", values);
        }
        copy("head.", "head.", values);
        return values;
    }

    /** What the names of an option's weights begin with. */
    private static String shared(int block, BlockOption option) {
        return "block" + block + "." + option.name() + ".";
    }

    private void copy(String shared, String own, Map<String, float[]> values) {
        weights.below(shared).forEach((name, numbers) -> values.put(own + name, numbers));
    }

    int blocks() {
        return options.size();
    }

    /** What is trained whatever runs: stem and head. */
    List<Weight> fixed() {
        List<Weight> fixed = new ArrayList<>(stem.trained());
        fixed.addAll(head.trained());
        return fixed;
    }

    /** What is trained of one option. */
    List<Weight> trained(int block, int option) {
        return options.get(block).get(option).trained();
    }

    /**
     * Class scores, as in training: batch norms use the batch's own statistics.
     *
     * @param images [N, 3, H, W]
     * @return [N, K, H, W]
     */
    NDArray train(NDArray images, Paths paths) {
        return run(images, paths, (network, inputs) -> network.forward(true, inputs));
    }

    /** The same, and the running statistics stay. */
    NDArray look(NDArray images, Paths paths) {
        return run(images, paths, (network, inputs) -> network.forward(true, 1, inputs));
    }

    /** Class scores by the running statistics. */
    NDArray score(NDArray images, Paths paths) {
        return run(images, paths, (network, inputs) -> network.forward(false, inputs));
    }

    /**
     * Makes the running statistics of what runs means over batches.
     *
     * @param batch number of the batch, from 0; the first takes the place of all before
     */
    void recalibrate(NDArray images, Paths paths, int batch) {
        run(images, paths, (network, inputs) -> network.forward(true, batch / (batch + 1f), inputs));
    }

    private interface Pass {
        NDArray through(ExecutableNetwork network, NDArray... inputs);
    }

    private NDArray run(NDArray images, Paths paths, Pass pass) {
        NDArray x = pass.through(stem.network(), images);
        NDArray tap = x;
        for (int b = 0; b < places.size(); b++) {
            NDArray sum = places.get(b).residual() ? x : null;
            for (int option : paths.options(b)) {
                ExecutableNetwork network = options.get(b).get(option).network();
                if (network.isIdentity()) {
                    continue; // skip beside an identity adds zero
                }
                NDArray part = pass.through(network, x);
                NDArray share = paths.share(b, option);
                NDArray weighed = share == null ? part : part.mul(share);
                sum = sum == null ? weighed : sum.add(weighed);
            }
            x = sum;
            tap = b == tapBlock ? x : tap;
        }
        return pass.through(head.network(), x, tap);
    }

    private Part add(String prefix, Network network, RandomGenerator random) {
        int before = weights.trained().size();
        weights.add(prefix, network, random);
        List<Weight> all = weights.trained();
        return new Part(new ExecutableNetwork(network, prefix, weights), List.copyOf(all.subList(before, all.size())));
    }
}

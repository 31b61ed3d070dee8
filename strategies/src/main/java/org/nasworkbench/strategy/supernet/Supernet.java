package org.nasworkbench.strategy.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nasworkbench.network.ExecutableNetwork;
import org.nasworkbench.network.Weights;
import org.nasworkbench.space.BlockOption;
import org.nasworkbench.space.BlockPlace;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.Network;

/**
 * All networks of a chain space in one: at each block the outputs of all options, weighed and summed. A block's identity is
 * outside the sum, which changes nothing since the weights sum to 1.
 */
final class Supernet {
    private final Weights weights;
    private final ExecutableNetwork stem;
    private final List<List<ExecutableNetwork>> options = new ArrayList<>();
    private final List<BlockPlace> places;
    private final ExecutableNetwork head;
    private final int tapBlock;

    /** Initial shared weights, on the manager. */
    Supernet(ChainSpace space, NDManager manager, RandomGenerator random) {
        weights = new Weights(manager);
        places = space.places();
        tapBlock = space.tapBlock();
        stem = add("", space.stem(), random);
        for (int b = 0; b < places.size(); b++) {
            List<ExecutableNetwork> block = new ArrayList<>();
            for (BlockOption option : space.options()) {
                block.add(add("block" + b + "." + option.name() + ".", space.option(places.get(b), option), random));
            }
            options.add(block);
        }
        head = add("", space.head(), random);
    }

    /** The shared weights. */
    Weights weights() {
        return weights;
    }

    /**
     * Class scores of the mixture.
     *
     * @param images [N, 3, H, W]
     * @param mixture weight of each option for each image, [N, blocks, options]
     * @return [N, K, H, W]
     */
    NDArray forward(NDArray images, NDArray mixture, boolean training) {
        NDArray x = stem.forward(training, images);
        NDArray tap = x;
        for (int b = 0; b < places.size(); b++) {
            NDArray sum = places.get(b).residual() ? x : null;
            for (int o = 0; o < options.get(b).size(); o++) {
                ExecutableNetwork option = options.get(b).get(o);
                if (option.isIdentity()) {
                    continue; // skip beside an identity adds zero
                }
                NDArray share = mixture.get(new NDIndex(":, {}, {}", b, o)).reshape(new Shape(-1, 1, 1, 1));
                NDArray part = option.forward(training, x).mul(share);
                sum = sum == null ? part : sum.add(part);
            }
            x = sum;
            tap = b == tapBlock ? x : tap;
        }
        return head.forward(training, x, tap);
    }

    private ExecutableNetwork add(String prefix, Network network, RandomGenerator random) {
        weights.add(prefix, network, random);
        return new ExecutableNetwork(network, prefix, weights);
    }
}

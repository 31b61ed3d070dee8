package org.nasworkbench.strategy.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.nasworkbench.space.Architecture;

/** Which paths through a supernet train its shared weights, and through which its logits learn. */
enum Sampling {
    /**
     * All options, mixed by the Gumbel-softmax of the logits with noise of its own for each image: Shaw et al., "SqueezeNAS", 2019, arXiv
     * 1908.01748.
     */
    NOISE_PER_IMAGE(true) {
        @Override
        List<Function<NDManager, Paths>> weightPasses(
                Logits logits, int images, double temperature, RandomGenerator random) {
            return gumbel(logits, images, temperature, random);
        }

        @Override
        LogitsPass logitsPass(Logits logits, NDManager step, int images, double temperature, RandomGenerator random) {
            return logits.mixed(step, images, temperature, random);
        }
    },

    /** The same with one draw of noise for a whole batch: Wu et al., "FBNet", CVPR 2019, arXiv 1812.03443, as its re-implementations do. */
    NOISE_PER_BATCH(true) {
        @Override
        List<Function<NDManager, Paths>> weightPasses(
                Logits logits, int images, double temperature, RandomGenerator random) {
            return gumbel(logits, 1, temperature, random);
        }

        @Override
        LogitsPass logitsPass(Logits logits, NDManager step, int images, double temperature, RandomGenerator random) {
            return logits.mixed(step, 1, temperature, random);
        }
    },

    /**
     * One path drawn by the logits' probabilities for the weights; for the logits two, of which one is open: Cai, Zhu and Han,
     * "ProxylessNAS", ICLR 2019, arXiv 1812.00332, section 3.2.
     */
    BINARY_GATES(true) {
        @Override
        List<Function<NDManager, Paths>> weightPasses(
                Logits logits, int images, double temperature, RandomGenerator random) {
            Architecture drawn = Derivation.draw(logits.values(), random);
            return List.of(step -> Paths.one(drawn));
        }

        @Override
        LogitsPass logitsPass(Logits logits, NDManager step, int images, double temperature, RandomGenerator random) {
            return logits.gated(step, random);
        }
    },

    /** One path, each option of each block equally likely: Guo et al., "Single Path One-Shot", ECCV 2020, arXiv 1904.00420. */
    UNIFORM_PATH(false) {
        @Override
        List<Function<NDManager, Paths>> weightPasses(
                Logits logits, int images, double temperature, RandomGenerator random) {
            List<Integer> choices = IntStream.range(0, logits.blocks())
                    .map(block -> random.nextInt(logits.options()))
                    .boxed()
                    .toList();
            return List.of(step -> Paths.one(new Architecture(choices)));
        }
    },

    /**
     * As many paths as there are options, so that each option of each block runs exactly once before the weights change: Chu, Zhang and Xu,
     * "FairNAS: Rethinking Evaluation Fairness of Weight Sharing Neural Architecture Search", ICCV 2021, arXiv 1907.01845, algorithm 1.
     */
    FAIR_PATHS(false) {
        @Override
        List<Function<NDManager, Paths>> weightPasses(
                Logits logits, int images, double temperature, RandomGenerator random) {
            List<int[]> permutations = IntStream.range(0, logits.blocks())
                    .mapToObj(block -> permutation(logits.options(), random))
                    .toList();
            List<Function<NDManager, Paths>> passes = new ArrayList<>();
            for (int i = 0; i < logits.options(); i++) {
                int pass = i;
                Architecture path = new Architecture(permutations.stream()
                        .map(permutation -> permutation[pass])
                        .toList());
                passes.add(step -> Paths.one(path));
            }
            return passes;
        }
    };

    private final boolean learnsLogits;

    Sampling(boolean learnsLogits) {
        this.learnsLogits = learnsLogits;
    }

    /** Whether there are logits to learn; otherwise all options stay equally likely. */
    boolean learnsLogits() {
        return learnsLogits;
    }

    /**
     * The passes that make one step of the shared weights. Each is given the manager of its own step; no gradient flows to the logits.
     *
     * @param images in the batch
     */
    abstract List<Function<NDManager, Paths>> weightPasses(
            Logits logits, int images, double temperature, RandomGenerator random);

    /** How many paths are in memory at once in the larger one of its steps, of so many options. */
    int paths(int options) {
        return switch (this) {
            case NOISE_PER_IMAGE, NOISE_PER_BATCH -> options;
            case BINARY_GATES -> 2;
            case UNIFORM_PATH, FAIR_PATHS -> 1; // fair paths one after another
        };
    }

    /** The pass by which the logits learn; gradients flow to them through the shares. */
    LogitsPass logitsPass(Logits logits, NDManager step, int images, double temperature, RandomGenerator random) {
        throw new IllegalStateException(this + " has no logits to learn");
    }

    private static List<Function<NDManager, Paths>> gumbel(
            Logits logits, int draws, double temperature, RandomGenerator random) {
        return List.of(step -> {
            NDArray mixture = logits.mixture(step, draws, temperature, random);
            return Paths.all(mixture.stopGradient());
        });
    }

    /** Fisher and Yates. */
    private static int[] permutation(int length, RandomGenerator random) {
        int[] permutation = IntStream.range(0, length).toArray();
        for (int i = length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = permutation[i];
            permutation[i] = permutation[j];
            permutation[j] = swapped;
        }
        return permutation;
    }
}

package org.nasworkbench.strategy.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.stream.IntStream;
import org.nasworkbench.space.Architecture;

/** What a pass through a supernet runs: at each block some of the options, each with its share of the block's output. */
interface Paths {
    /** The options that run at a block. */
    int[] options(int block);

    /** What the output of one of them is multiplied with, one number or one an image, [1 or N, 1, 1, 1]; null: with nothing. */
    NDArray share(int block, int option);

    /** One network alone. */
    static Paths one(Architecture architecture) {
        return new Paths() {
            @Override
            public int[] options(int block) {
                return new int[] {architecture.choice(block)};
            }

            @Override
            public NDArray share(int block, int option) {
                return null;
            }
        };
    }

    /**
     * All options at each block.
     *
     * @param mixture shares, [1 or N, blocks, options]
     */
    static Paths all(NDArray mixture) {
        int[] options = IntStream.range(0, (int) mixture.getShape().get(2)).toArray();
        return new Paths() {
            @Override
            public int[] options(int block) {
                return options;
            }

            @Override
            public NDArray share(int block, int option) {
                return mixture.get(new NDIndex(":, {}, {}", block, option)).reshape(new Shape(-1, 1, 1, 1));
            }
        };
    }

    /**
     * A few options at each block, those of one block different.
     *
     * @param options [blocks][paths]
     * @param gates shares, [paths, blocks]
     */
    static Paths few(int[][] options, NDArray gates) {
        return new Paths() {
            @Override
            public int[] options(int block) {
                return options[block];
            }

            @Override
            public NDArray share(int block, int option) {
                int path = 0;
                while (options[block][path] != option) {
                    path++;
                }
                return gates.get(new NDIndex("{}, {}", path, block)).reshape(new Shape(1, 1, 1, 1));
            }
        };
    }
}

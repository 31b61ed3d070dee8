package org.nasworkbench.latency;

import org.nasworkbench.space.Network;
import org.nasworkbench.space.NetworkBuilder;
import org.nasworkbench.space.Shape;

/**
 * A block as it stands in a network: behind one 1x1 convolution and before another. Runtimes fuse neighbours and change the layout of
 * memory at the ends of a network, which a block timed alone would pay for and a block inside does not.
 */
final class BlockInContext {
    private BlockInContext() {}

    /** 1x1 convolution, block, 1x1 convolution and ReLU. */
    static Network of(Network block) {
        return before(block.input()).then(block).then(after(block.output()));
    }

    /** The two convolutions with nothing between them, for a block that keeps the shape; half of it stands for each end. */
    static Network without(Shape shape) {
        return before(shape).then(after(shape));
    }

    private static Network before(Shape shape) {
        NetworkBuilder network = new NetworkBuilder(shape).scope("before");
        network.pointwise("convolution", 0, shape.channels());
        return network.build();
    }

    private static Network after(Shape shape) {
        NetworkBuilder network = new NetworkBuilder(shape).scope("after");
        network.relu("relu", network.pointwise("convolution", 0, shape.channels()));
        return network.build();
    }
}

package org.nasworkbench.space;

import java.io.Serializable;

/**
 * Where a block of a chain stands: what goes in, what must come out. Equal places make equal blocks, whatever their position.
 *
 * @param input shape of the block's input
 * @param outChannels channels of its output
 * @param stride 1 or 2
 */
public record BlockPlace(Shape input, int outChannels, int stride) implements Serializable {
    /** Whether the block adds its input to its output: stride 1 and equal channels. */
    public boolean residual() {
        return stride == 1 && input.channels() == outChannels;
    }

    /** Shape of the block's output. */
    public Shape output() {
        return new Shape(outChannels, (input.height() - 1) / stride + 1, (input.width() - 1) / stride + 1);
    }

    @Override
    public String toString() {
        return input + "->" + outChannels + (stride == 1 ? "" : "/s" + stride);
    }
}

package org.nasworkbench.figures;

import org.nasworkbench.space.Shape;

/**
 * One block of a network as a diagram shows it.
 *
 * @param kernel side of the depthwise kernel, 0 where the block is skipped
 * @param expansion of the channels inside, relative to its input
 * @param squeezed whether it has squeeze-and-excitation
 * @param output shape of what leaves it
 */
record DrawnBlock(int kernel, int dilation, int expansion, int groups, boolean squeezed, Shape output) {
    boolean skipped() {
        return kernel == 0;
    }

    /** Its kernel in words: {@code 5×5}, or with a dilation {@code 3d2}. */
    String kernelText() {
        return dilation > 1 ? kernel + "d" + dilation : kernel + "×" + kernel;
    }

    /** Its kernel as a legend explains it. */
    String kernelWords() {
        return "kernel " + kernel + "×" + kernel
                + (dilation > 1 ? " with dilation " + dilation + " (" + kernelText() + ")" : "");
    }

    /** The rest in words: {@code e6}, {@code e1g2}, {@code e3 se} or {@code skip}. */
    String widthText() {
        return skipped() ? "skip" : "e" + expansion + (groups > 1 ? "g" + groups : "") + (squeezed ? " se" : "");
    }
}

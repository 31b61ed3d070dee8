package org.nasworkbench.space;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * One option for a block of a chain: an inverted residual, or skipping. {@link BlockFamily} says what layers that means.
 *
 * @param name genotype word, such as {@code k3d2_e1_g2} or {@code skip}
 * @param kernel side of the depthwise kernel, 0 for skip
 */
public record BlockOption(String name, int kernel, int dilation, int expansion, int groups) implements Serializable {
    /** The option that skips the block. */
    public static final BlockOption SKIP = new BlockOption("skip", 0, 1, 0, 1);

    /** Expansions and groups, the same in both papers. */
    private static final int[][] WIDTHS = {{1, 1}, {1, 2}, {3, 1}, {6, 1}};

    /** The 13 options of SqueezeNAS, in the order of their table: k3, k5, k3 dilated, skip. */
    public static List<BlockOption> squeezeNas() {
        List<BlockOption> options = new ArrayList<>();
        for (int[] kernel : new int[][] {{3, 1}, {5, 1}, {3, 2}}) {
            for (int[] width : WIDTHS) {
                options.add(invertedResidual(kernel[0], kernel[1], width[0], width[1]));
            }
        }
        options.add(SKIP);
        return List.copyOf(options);
    }

    /** The 9 options of FBNet, in the order of its table 2: k3, k5, skip. */
    public static List<BlockOption> fbnet() {
        List<BlockOption> options = new ArrayList<>();
        for (int kernel : new int[] {3, 5}) {
            for (int[] width : WIDTHS) {
                options.add(invertedResidual(kernel, 1, width[0], width[1]));
            }
        }
        options.add(SKIP);
        return List.copyOf(options);
    }

    /** An inverted residual, named in the published notation. */
    public static BlockOption invertedResidual(int kernel, int dilation, int expansion, int groups) {
        String name = "k" + kernel + (dilation > 1 ? "d" + dilation : "") + "_e" + expansion
                + (groups > 1 ? "_g" + groups : "");
        return new BlockOption(name, kernel, dilation, expansion, groups);
    }

    /** Whether this is {@link #SKIP}. */
    public boolean skips() {
        return kernel == 0;
    }
}

package org.nasworkbench.space;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One option for a block of a chain: an inverted residual, or skipping. {@link BlockFamily} says what layers that means.
 *
 * @param name genotype word, such as {@code k3d2_e1_g2} or {@code skip}
 * @param kernel side of the depthwise kernel, 0 for skip
 */
public record BlockOption(String name, int kernel, int dilation, int expansion, int groups) implements Serializable {
    /** The option that skips the block. */
    public static final BlockOption SKIP = new BlockOption("skip", 0, 1, 0, 1);

    private static final Pattern WORD = Pattern.compile("k([3579])(?:d([2-4]))?_e([1-9][0-9]?)(?:_g([2-8]))?");

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

    /**
     * The option of a word such as {@code skip}, {@code k3_e6} or {@code k5d2_e3_g2}: a kernel of 3, 5, 7 or 9, dilation up to 4, expansion
     * up to 16, up to 8 groups.
     */
    public static BlockOption parse(String word) {
        Matcher matcher = WORD.matcher(word);
        if (word.equals(SKIP.name())) {
            return SKIP;
        }
        if (matcher.matches()) {
            BlockOption option = invertedResidual(
                    number(matcher.group(1)),
                    number(matcher.group(2)),
                    number(matcher.group(3)),
                    number(matcher.group(4)));
            if (option.name().equals(word) && option.expansion() <= 16) {
                return option;
            }
        }
        throw new IllegalArgumentException(
                "an option must be skip, or a kernel (3, 5, 7 or 9), a dilation (d2 to d4, or none), an"
                        + " expansion (e1 to e16) and groups (g2 to g8, or none) such as k5d2_e3_g2, but was '" + word
                        + "'");
    }

    private static int number(String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }

    /** Whether this is {@link #SKIP}. */
    public boolean skips() {
        return kernel == 0;
    }
}

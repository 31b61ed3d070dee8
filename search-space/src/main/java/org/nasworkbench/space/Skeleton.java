package org.nasworkbench.space;

import java.io.Serializable;
import java.util.List;

/**
 * The fixed part of a chain space: everything that is not searched.
 *
 * @param stem channels of the 3x3 stride-2 convolution at the input
 * @param stages the searched blocks, stage by stage
 * @param tapStage the stage (from 0) whose output also feeds the decoder
 * @param last channels of a 1x1 convolution behind the last stage, or 0 for none
 * @param middle channels inside the decoder
 * @param decoder what turns features into class scores
 */
public record Skeleton(int stem, List<Stage> stages, int tapStage, int last, int middle, Decoder decoder)
        implements Serializable {
    /**
     * Blocks of one resolution and width.
     *
     * @param channels output channels of each block
     * @param blocks how many
     * @param stride stride of the first block; the others have 1
     */
    public record Stage(int channels, int blocks, int stride) implements Serializable {}

    public Skeleton {
        stages = List.copyOf(stages);
        if (tapStage < 0 || tapStage >= stages.size()) {
            throw new IllegalArgumentException(
                    "the tapped stage must be one of the " + stages.size() + " stages, but was " + tapStage);
        }
    }

    /** SqueezeNAS small: 20 blocks, LR-ASPP. */
    public static Skeleton small() {
        return new Skeleton(
                16,
                List.of(
                        new Stage(16, 4, 2),
                        new Stage(24, 4, 2),
                        new Stage(40, 4, 2),
                        new Stage(48, 4, 1),
                        new Stage(96, 4, 1)),
                1,
                256,
                128,
                Decoder.LR_ASPP);
    }

    /** SqueezeNAS large: 22 blocks, LR-ASPP. */
    public static Skeleton large() {
        return new Skeleton(
                16,
                List.of(
                        new Stage(16, 1, 1),
                        new Stage(24, 4, 2),
                        new Stage(32, 4, 2),
                        new Stage(64, 4, 2),
                        new Stage(96, 4, 1),
                        new Stage(160, 4, 1),
                        new Stage(160, 1, 1)),
                2,
                0,
                128,
                Decoder.LR_ASPP);
    }

    /** SqueezeNAS xlarge: 22 blocks, ASPP. */
    public static Skeleton xlarge() {
        return new Skeleton(
                48,
                List.of(
                        new Stage(24, 1, 1),
                        new Stage(32, 4, 2),
                        new Stage(48, 4, 2),
                        new Stage(96, 4, 2),
                        new Stage(144, 4, 1),
                        new Stage(240, 4, 1),
                        new Stage(320, 1, 1)),
                1,
                0,
                160,
                Decoder.ASPP);
    }

    /**
     * FBNet: 22 blocks, LR-ASPP. Stem and stages are those of Wu et al., "FBNet", CVPR 2019, arXiv 1812.03443, table 1, which is
     * about classification. For segmentation, as SqueezeNAS large does it: the sixth stage keeps the resolution, so that features come
     * at a 16th of it, not at a 32nd; the last convolution and the classifier give way to the decoder, which taps the third stage, at an eighth.
     */
    public static Skeleton fbnet() {
        return new Skeleton(
                16,
                List.of(
                        new Stage(16, 1, 1),
                        new Stage(24, 4, 2),
                        new Stage(32, 4, 2),
                        new Stage(64, 4, 2),
                        new Stage(112, 4, 1),
                        new Stage(184, 4, 1),
                        new Stage(352, 1, 1)),
                2,
                0,
                128,
                Decoder.LR_ASPP);
    }

    /** The number of searched blocks. */
    public int blocks() {
        return stages.stream().mapToInt(Stage::blocks).sum();
    }

    /**
     * This skeleton for smaller machines.
     *
     * @param width factor on all channels, above 0; results are rounded to the nearest even number of at least 2
     * @param blocksPerStage upper bound on the blocks of a stage, at least 1
     */
    public Skeleton scaled(double width, int blocksPerStage) {
        if (!(width > 0 && width <= 8)) {
            throw new IllegalArgumentException("width must be above 0 and at most 8, but was " + width);
        }
        if (blocksPerStage < 1) {
            throw new IllegalArgumentException("blocks a stage must be at least 1, but was " + blocksPerStage);
        }
        List<Stage> scaled = stages.stream()
                .map(stage -> new Stage(
                        even(stage.channels(), width), Math.min(blocksPerStage, stage.blocks()), stage.stride()))
                .toList();
        return new Skeleton(
                even(stem, width), scaled, tapStage, last == 0 ? 0 : even(last, width), even(middle, width), decoder);
    }

    private static int even(int channels, double width) {
        return (int) Math.max(2, 2 * Math.round(channels * width / 2));
    }
}

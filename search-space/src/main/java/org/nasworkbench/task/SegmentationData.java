package org.nasworkbench.task;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The loaded images of a task in their four parts.
 *
 * @param weights trains weights
 * @param search trains what a strategy learns by gradient
 * @param validation scores candidates
 * @param test sealed
 */
public record SegmentationData(
        SegmentationSet weights, SegmentationSet search, SegmentationSet validation, SegmentationSet test) {
    /** Share of the training images that train weights; the rest is {@link Split#SEARCH}. */
    public static final double WEIGHTS_SHARE = 0.8;

    /** Seed of the one division of the training images: part of the protocol, not of a run, so that all strategies share it. */
    private static final long DIVISION_SEED = 20_190_417L;

    /**
     * Checks that all parts have one size and share no image.
     *
     * @throws IllegalArgumentException if sizes differ or an image name is in two parts
     */
    public SegmentationData {
        Set<String> seen = new HashSet<>();
        for (SegmentationSet part : List.of(weights, search, validation, test)) {
            if (part.height() != weights.height() || part.width() != weights.width()) {
                throw new IllegalArgumentException("all parts must have one image size, but found " + weights.height()
                        + "x" + weights.width() + " and " + part.height() + "x" + part.width());
            }
            for (String name : part.names()) {
                if (!seen.add(name)) {
                    throw new IllegalArgumentException("an image must be in one part only, but " + name + " is in two");
                }
            }
        }
    }

    /** Divides the training images with {@link #WEIGHTS_SHARE}. */
    public static SegmentationData of(SegmentationSet train, SegmentationSet validation, SegmentationSet test) {
        return of(train, validation, test, WEIGHTS_SHARE);
    }

    /**
     * Divides the training images once, by a shuffle with a fixed seed, into weights and search; each keeps the original order.
     *
     * @param weightsShare share of {@code train} for {@link Split#WEIGHTS}, above 0 and below 1
     * @throws IllegalArgumentException if the share is out of range or either part would be empty
     */
    public static SegmentationData of(
            SegmentationSet train, SegmentationSet validation, SegmentationSet test, double weightsShare) {
        int weights = (int) StrictMath.round(train.size() * weightsShare);
        if (!(weightsShare > 0 && weightsShare < 1) || weights == 0 || weights == train.size()) {
            throw new IllegalArgumentException("weights and search must each get a training image, but the share is "
                    + weightsShare + " of " + train.size() + " images");
        }
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, train.size()).boxed().toList());
        Collections.shuffle(order, new Random(DIVISION_SEED));
        return new SegmentationData(
                train.select(order.subList(0, weights).stream().sorted().toList()),
                train.select(
                        order.subList(weights, order.size()).stream().sorted().toList()),
                validation,
                test);
    }

    /** The images of one part. */
    public SegmentationSet part(Split split) {
        return switch (split) {
            case WEIGHTS -> weights;
            case SEARCH -> search;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }

    /** The names of the images in one part, in order. */
    public List<String> names(Split split) {
        return part(split).names();
    }

    /** SHA-256, in hex, of the names, images and labels of all parts but {@link Split#TEST}: what a search can see. */
    public String fingerprint() {
        return digest(List.of(weights, search, validation));
    }

    /** SHA-256, in hex, of the names, images and labels of {@link Split#TEST}. */
    public String testFingerprint() {
        return digest(List.of(test));
    }

    private static String digest(List<SegmentationSet> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (SegmentationSet part : parts) {
                digest.update(ByteBuffer.allocate(12)
                        .putInt(part.size())
                        .putInt(part.height())
                        .putInt(part.width())
                        .array());
                for (int i = 0; i < part.size(); i++) {
                    digest.update(part.names().get(i).getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                    digest.update(part.image(i));
                    digest.update(part.labels(i));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}

package org.nasworkbench.work;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Derives every generator of a run from its one seed, by name: same seed and name, same numbers, on every JVM. */
public final class Seeds {
    private Seeds() {}

    /** A seed for a purpose, such as {@code derive(7, "training", genotype)}. Never 0, which some libraries take for the clock. */
    public static long derive(long seed, Object... purpose) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
            for (Object part : purpose) {
                digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            long derived = ByteBuffer.wrap(digest.digest()).getLong();
            return derived == 0 ? 1 : derived;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A generator for a purpose. */
    public static RandomGenerator random(long seed, Object... purpose) {
        return new SplittableRandom(derive(seed, purpose));
    }
}

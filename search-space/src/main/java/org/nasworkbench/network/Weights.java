package org.nasworkbench.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.nasworkbench.space.Layer;
import org.nasworkbench.space.LayerKind.BatchNorm;
import org.nasworkbench.space.LayerKind.Convolution;
import org.nasworkbench.space.LayerKind.Linear;
import org.nasworkbench.space.Network;

/** The numbers of one or several networks by name, such as {@code block3.expand.weight}. They live as long as their manager. */
public final class Weights {
    private final NDManager manager;
    private final Map<String, Weight> byName = new LinkedHashMap<>();

    /**
     * One array of numbers.
     *
     * @param trained whether it has a gradient; running statistics have none
     * @param decayed whether weight decay applies: of a network's, weights of convolutions and linear layers only
     */
    public record Weight(String name, NDArray array, boolean trained, boolean decayed) {}

    /** No weights yet; all that are added live on {@code manager}. */
    public Weights(NDManager manager) {
        this.manager = manager;
    }

    /** What the arrays live on. */
    public NDManager manager() {
        return manager;
    }

    /**
     * Adds the initial weights of a network: convolutions by He et al. 2015 (arXiv 1502.01852, fan-out, normal), linear layers normal
     * with variance 1 / inputs, biases 0, batch norms 1 and 0.
     *
     * @param prefix put before each layer's name
     */
    public void add(String prefix, Network network, RandomGenerator random) {
        List<Layer> layers = network.layers();
        for (Layer layer : layers) {
            String name = prefix + layer.name();
            int channels = layer.output().channels();
            if (layer.kind() instanceof Convolution convolution) {
                int in = layers.get(layer.inputs().get(0)).output().channels() / convolution.groups();
                int kernel = convolution.kernel();
                double fanOut = (double) kernel * kernel * channels / convolution.groups();
                float[] values = normal(channels * in * kernel * kernel, Math.sqrt(2 / fanOut), random);
                put(name + ".weight", manager.create(values, new Shape(channels, in, kernel, kernel)), true, true);
                if (convolution.bias()) {
                    put(name + ".bias", manager.zeros(new Shape(channels)), true, false);
                }
            } else if (layer.kind() instanceof Linear) {
                int in = Math.toIntExact(
                        layers.get(layer.inputs().get(0)).output().elements());
                float[] values = normal(Math.multiplyExact(channels, in), Math.sqrt(1.0 / in), random);
                put(name + ".weight", manager.create(values, new Shape(channels, in)), true, true);
                put(name + ".bias", manager.zeros(new Shape(channels)), true, false);
            } else if (layer.kind() instanceof BatchNorm) {
                put(name + ".scale", manager.ones(new Shape(channels)), true, false);
                put(name + ".shift", manager.zeros(new Shape(channels)), true, false);
                put(name + ".mean", manager.zeros(new Shape(channels)), false, false);
                put(name + ".variance", manager.ones(new Shape(channels)), false, false);
            }
        }
    }

    /** Adds an array of one's own that is trained, such as a supernet's logits. */
    public NDArray add(String name, float[] values, Shape shape, boolean decayed) {
        put(name, manager.create(values, shape), true, decayed);
        return get(name);
    }

    /** The array of a name. */
    public NDArray get(String name) {
        Weight weight = byName.get(name);
        if (weight == null) {
            throw new IllegalArgumentException("there is no weight " + name);
        }
        return weight.array();
    }

    /** A copy of the values of a name, in the order of its array. */
    public float[] values(String name) {
        return get(name).toFloatArray();
    }

    /** A copy of all values by name, running statistics included. */
    public Map<String, float[]> values() {
        return below("");
    }

    /** A copy of the values of all names that begin with a prefix, by the rest of their name; running statistics included. */
    public Map<String, float[]> below(String prefix) {
        Map<String, float[]> values = new LinkedHashMap<>();
        byName.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> values.put(name.substring(prefix.length()), values(name)));
        return values;
    }

    /**
     * Overwrites all values, running statistics included, with others of the same names.
     *
     * @throws IllegalArgumentException if names or sizes differ
     */
    public void overwrite(Map<String, float[]> values) {
        if (!values.keySet().equals(byName.keySet())) {
            Set<String> differing = new TreeSet<>(values.keySet());
            differing.addAll(byName.keySet());
            differing.removeIf(name -> values.containsKey(name) && byName.containsKey(name));
            throw new IllegalArgumentException("weights must be overwritten by others of the same names, but "
                    + differing + " are in one of both only");
        }
        values.forEach((name, numbers) -> {
            if (numbers.length != get(name).size()) {
                throw new IllegalArgumentException(
                        name + " must hold " + get(name).size() + " values, but was given " + numbers.length);
            }
            get(name).set(FloatBuffer.wrap(numbers));
        });
    }

    /** Those with a gradient, in the order in which they were added. */
    public List<Weight> trained() {
        return byName.values().stream().filter(Weight::trained).toList();
    }

    /** Switches the gradients of all trained weights off, while something else is learned through them, and on again. */
    public void computeGradients(boolean on) {
        trained().forEach(weight -> weight.array().setRequiresGradient(on));
    }

    /** The number of values with a gradient. */
    public long count() {
        return trained().stream().mapToLong(weight -> weight.array().size()).sum();
    }

    /** Writes all values, running statistics included. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(byName.size());
        for (Weight weight : byName.values()) {
            out.writeUTF(weight.name());
            writeArray(out, weight.array());
        }
    }

    /**
     * Overwrites all values with written ones of the same names.
     *
     * @throws IOException if names or sizes differ
     */
    public void read(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count != byName.size()) {
            throw new IOException(
                    "a checkpoint of these weights must hold " + byName.size() + " arrays, but holds " + count);
        }
        for (Weight weight : byName.values()) {
            String name = in.readUTF();
            if (!name.equals(weight.name())) {
                throw new IOException("the next array must be " + weight.name() + ", but is " + name);
            }
            readArray(in, weight.array());
        }
    }

    /** SHA-256 over all values, in hexadecimal: equal digests mean equal bits. */
    public String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Weight weight : byName.values()) {
                digest.update(weight.name().getBytes(StandardCharsets.UTF_8));
                digest.update(weight.array().toByteBuffer(true));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static void writeArray(DataOutputStream out, NDArray array) throws IOException {
        float[] values = array.toFloatArray();
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    static void readArray(DataInputStream in, NDArray array) throws IOException {
        int length = in.readInt();
        if (length != array.size()) {
            throw new IOException("the next array must hold " + array.size() + " values, but holds " + length);
        }
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = in.readFloat();
        }
        array.set(FloatBuffer.wrap(values));
    }

    private void put(String name, NDArray array, boolean trained, boolean decayed) {
        if (array.getDataType() != DataType.FLOAT32) {
            throw new IllegalArgumentException("weights must be float32, but " + name + " is " + array.getDataType());
        }
        array.setRequiresGradient(trained);
        if (byName.put(name, new Weight(name, array, trained, decayed)) != null) {
            throw new IllegalArgumentException("weight names must differ, but " + name + " is there twice");
        }
    }

    /** Gaussian values by the polar method on {@link StrictMath}: the same on every JVM. */
    private static float[] normal(int count, double deviation, RandomGenerator source) {
        SplittableRandom random = new SplittableRandom(source.nextLong());
        float[] values = new float[count];
        for (int i = 0; i < count; i += 2) {
            double u;
            double v;
            double square;
            do {
                u = 2 * random.nextDouble() - 1;
                v = 2 * random.nextDouble() - 1;
                square = u * u + v * v;
            } while (square >= 1 || square == 0);
            double scale = deviation * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
            values[i] = (float) (u * scale);
            if (i + 1 < count) {
                values[i + 1] = (float) (v * scale);
            }
        }
        return values;
    }
}

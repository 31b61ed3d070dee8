package org.nasworkbench.evaluation;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nasworkbench.space.Network;
import org.nasworkbench.work.WholeFile;

/**
 * A trained network as a file of its own: whoever reads it needs neither the study nor the images.
 *
 * @param space name of the space
 * @param genotype its text: what was trained, in canonical form unless it started from weights that were shared in another
 * @param classes names in label order
 * @param weights all values by name, running statistics included
 */
public record KeptNetwork(
        String space, String genotype, Network network, List<String> classes, Map<String, float[]> weights)
        implements Serializable {
    /** The file may be a stranger's: nothing but what is written here is made from it. */
    private static final ObjectInputFilter OURS = ObjectInputFilter.Config.createFilter(
            "org.nasworkbench.evaluation.KeptNetwork;org.nasworkbench.space.*;java.util.*;java.lang.*;!*");

    public KeptNetwork {
        classes = List.copyOf(classes);
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }

    /** The values of a name. */
    public float[] weight(String name) {
        float[] values = weights.get(name);
        if (values == null) {
            throw new IllegalArgumentException("there is no weight " + name);
        }
        return values;
    }

    /** Writes it, all at once: the file is complete or not there. */
    public void write(Path file) throws IOException {
        WholeFile.write(file, part -> {
            try (ObjectOutputStream out =
                    new ObjectOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
                out.writeObject(this);
            }
        });
    }

    /**
     * Reads it.
     *
     * @throws IOException if the file is not such a network, or one of another version
     */
    public static KeptNetwork read(Path file) throws IOException {
        try (ObjectInputStream in = new ObjectInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.setObjectInputFilter(OURS);
            return (KeptNetwork) in.readObject();
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            throw new IOException("a kept network must be in " + file + ", but is not: " + e.getMessage(), e);
        }
    }
}

package org.nasworkbench.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;

class KeptNetworkTests {
    private static final ChainSpace SPACE = SearchSpaces.chain("squeezenas-small", 0.25, 1, 2, new Shape(3, 32, 48));

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        String genotype = "k3_e1 | k3_e1_g2 | k5_e1 | k3d2_e3 | skip";
        KeptNetwork kept = new KeptNetwork(
                SPACE.name(),
                genotype,
                SPACE.network(SPACE.parse(genotype)),
                List.of("road", "car"),
                Map.of("stem.weight", new float[] {1.5f, -0f, Float.MIN_VALUE}));
        Path file = folder.resolve("new").resolve("net.bin");
        kept.write(file);
        KeptNetwork read = KeptNetwork.read(file);
        assertEquals(kept.network(), read.network());
        assertEquals(kept.classes(), read.classes());
        assertEquals(genotype, read.genotype());
        assertArrayEquals(kept.weight("stem.weight"), read.weight("stem.weight"));
        assertEquals(List.of("net.bin"), List.of(folder.resolve("new").toFile().list()));
        assertThrows(IllegalArgumentException.class, () -> read.weight("stem.bias"));
    }

    @Test
    void nothingElseIsMadeFromAFileOfAStranger() throws IOException {
        Path file = folder.resolve("hostile.bin");
        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(file))) {
            out.writeObject(new File("anything"));
        }
        assertThrows(IOException.class, () -> KeptNetwork.read(file));
        Files.writeString(file, "no object at all");
        assertThrows(IOException.class, () -> KeptNetwork.read(file));
    }
}

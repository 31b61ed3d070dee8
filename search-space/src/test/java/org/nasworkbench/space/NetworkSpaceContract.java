package org.nasworkbench.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every space keeps whose architectures can be written as layers. */
public abstract class NetworkSpaceContract extends SearchSpaceContract {
    private static final int NETWORKS = 100;

    @Override
    protected abstract NetworkSpace space();

    @Test
    void networksGoFromTheImageToTheClasses() {
        architectures().limit(NETWORKS).forEach(architecture -> {
            Network network = space().network(architecture);
            assertEquals(space().input(), network.input());
            assertEquals(space().classes(), network.output().channels());
            assertTrue(network.macs() > 0 && network.parameters() > 0);
        });
    }

    @Test
    void layersHaveNamesOfTheirOwnAndTakeWhatIsBeforeThem() {
        architectures().limit(NETWORKS).forEach(architecture -> {
            List<Layer> layers = space().network(architecture).layers();
            Set<String> names = new HashSet<>();
            for (int i = 0; i < layers.size(); i++) {
                int at = i;
                assertTrue(names.add(layers.get(i).name()), layers.get(i).name());
                assertTrue(layers.get(i).inputs().stream().allMatch(input -> input >= 0 && input < at));
                assertEquals(i == 0, layers.get(i).inputs().isEmpty());
            }
        });
    }

    @Test
    void anArchitectureAndItsCanonicalFormHaveTheSameMacsAndParameters() {
        architectures().forEach(architecture -> {
            Network network = space().network(architecture);
            Network canonical = space().network(space().canonical(architecture));
            assertEquals(canonical.macs(), network.macs(), () -> space().print(architecture));
            assertEquals(canonical.parameters(), network.parameters(), () -> space().print(architecture));
        });
    }

    @Test
    void anArchitectureOfAnotherSpaceHasNoNetwork() {
        assertThrows(IllegalArgumentException.class, () -> space().network(Architecture.of()));
    }
}

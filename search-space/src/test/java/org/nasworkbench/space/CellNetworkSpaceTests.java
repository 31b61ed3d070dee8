package org.nasworkbench.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

class CellNetworkSpaceTests extends NetworkSpaceContract {
    private static final CellNetworkSpace SPACE = CellNetworkSpace.cifar10();

    @Override
    protected CellNetworkSpace space() {
        return SPACE;
    }

    @Override
    protected String size() {
        return "15625";
    }

    @Override
    protected Slip slip() {
        return new Slip("|avg_pool_3x4~0|+|none~0|none~1|+|none~0|none~1|none~2|", "avg_pool_3x4", "avg_pool_3x3");
    }

    /**
     * The benchmark's numbers in closed form, exact where its records were checked: 0.073306 + 0.028 n1 + 0.24304 n3 million
     * parameters, 7.78305 + 3.93216 n1 + 35.38944 n3 million operations, with n1 and n3 the cell's 1x1 and 3x3 convolutions. Of its
     * operations, 10 are the additions of the classifier's bias, which we do not count.
     */
    @Test
    void allCellsHaveTheBenchmarksParametersAndOperations() {
        CellSpace cells = SPACE.cells();
        for (Architecture cell : cells.all()) {
            long pointwise = count(cell, CellSpace.POINTWISE);
            long convolutions = count(cell, CellSpace.CONVOLUTION);
            Network network = SPACE.network(cell);
            assertEquals(73_306 + 28_000 * pointwise + 243_040 * convolutions, network.parameters());
            assertEquals(7_783_050 + 3_932_160 * pointwise + 35_389_440 * convolutions, network.macs() + 10);
        }
    }

    /**
     * In place of the contract's rule: the benchmark's canonical form is not always about the same layers. Of all cells it changes
     * the MACs of 4,429, and of 449 where layers that lead nowhere or come from nothing are left out.
     */
    @Override
    @Test
    void anArchitectureAndItsCanonicalFormHaveTheSameMacsAndParameters() {
        Map<Architecture, Macs> all = new HashMap<>();
        SPACE.cells().all().forEach(cell -> all.put(cell, Macs.of(SPACE.network(cell))));
        assertEquals(4429, differing(all, Macs::written));
        assertEquals(449, differing(all, Macs::used));
    }

    private static long differing(Map<Architecture, Macs> all, ToLongFunction<Macs> macs) {
        return all.keySet().stream()
                .filter(cell -> macs.applyAsLong(all.get(cell)) != macs.applyAsLong(all.get(SPACE.canonical(cell))))
                .count();
    }

    /** MACs of all layers, and of those that come from the image and lead to the classes. */
    private record Macs(long written, long used) {
        static Macs of(Network network) {
            return new Macs(network.macs(), usedMacs(network));
        }
    }

    private static long usedMacs(Network network) {
        List<Layer> layers = network.layers();
        boolean[] something = new boolean[layers.size()];
        for (int i = 0; i < something.length; i++) {
            something[i] = i == 0 || layers.get(i).inputs().stream().anyMatch(input -> something[input]);
            something[i] &= !(layers.get(i).kind() instanceof LayerKind.Zero);
        }
        boolean[] used = new boolean[layers.size()];
        used[used.length - 1] = true;
        long macs = 0;
        for (int i = used.length - 1; i > 0; i--) {
            if (used[i]) {
                layers.get(i).inputs().forEach(input -> used[input] = true);
                macs += something[i] ? layers.get(i).macs() : 0;
            }
        }
        return macs;
    }

    @Test
    void aNodeWithoutEdgesIsZeroAndASkipIsNoLayer() {
        Network network = SPACE.network(SPACE.parse("010000"));
        List<String> first = network.layers().stream()
                .map(Layer::name)
                .filter(name -> name.startsWith("cell0."))
                .toList();
        assertEquals(List.of("cell0.node1", "cell0.node3"), first);
        assertEquals("zero", network.layers().get(3).operation());
    }

    @Test
    void anImageThatCannotBeHalvedTwiceIsRefused() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new CellNetworkSpace(SPACE.cells(), new Shape(3, 32, 30), 10))
                .getMessage();
        assertTrue(message.contains("multiples of 4") && message.contains("3x32x30"), message);
    }

    private static long count(Architecture cell, String operation) {
        int index = SPACE.cells().operations().indexOf(operation);
        return cell.choices().stream().filter(choice -> choice == index).count();
    }
}

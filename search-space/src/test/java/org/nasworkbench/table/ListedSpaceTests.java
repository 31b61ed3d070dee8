package org.nasworkbench.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.CellSpace;
import org.nasworkbench.space.Layer;
import org.nasworkbench.space.LayerKind.BatchNorm;
import org.nasworkbench.space.LayerKind.GlobalPool;
import org.nasworkbench.space.MnasNetSpace;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.space.SearchSpaceContract;
import org.nasworkbench.table.TableDefinition.Bounds;
import org.nasworkbench.table.TableDefinition.Unit;

/** The shipped MnasNet table, which lists a small part of its space. */
class ListedSpaceTests extends SearchSpaceContract {
    private static final MnasNetSpace WHOLE = MnasNetSpace.imageNet();
    private static final SearchSpace LISTED = space("mnasnet", "val_top1");

    private static SearchSpace space(String table, String score) {
        return KnownTablesTests.load(table, score, List.of(), Optional.empty(), List.of(score))
                .space();
    }

    @Override
    protected SearchSpace space() {
        return LISTED;
    }

    @Override
    protected String size() {
        return "5125";
    }

    @Override
    protected Slip slip() {
        return new Slip("6466611353553312332220000007", "7", "0");
    }

    private static RawTable rows() {
        Bounds number = Bounds.of(Unit.RANGE);
        return TableReader.read(
                KnownTables.source("mnasnet"),
                List.of("arch"),
                new TreeMap<>(Map.of("macs_m", number, "params_m", number)));
    }

    @Test
    void drawsAreRows() {
        Set<String> rows = new HashSet<>(rows().words().get("arch"));
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 1000; i++) {
            assertTrue(rows.contains(LISTED.print(LISTED.sample(random))));
        }
    }

    @Test
    void aTableThatListsAllHasTheWholeSpace() {
        assertInstanceOf(CellSpace.class, space("transnas-micro", "val_class_scene"));
    }

    /**
     * The recorded parameters are ours. The recorded MACs are a tool's count, 4 to 17 % above ours: it adds four for each output of a
     * batch norm, and for each channel of a global pool its pixels and one. With that all come out to the last recorded digit.
     */
    @Test
    void allRowsHaveTheRecordedParametersAndOperations() {
        RawTable table = rows();
        assertEquals(5125, table.rows());
        for (int row = 0; row < table.rows(); row++) {
            Architecture architecture = WHOLE.parse(table.words().get("arch").get(row));
            Network network = WHOLE.network(architecture);
            double counted = table.numbers().get("macs_m")[row];
            assertEquals(table.numbers().get("params_m")[row], network.parameters() / 1e6, 5.1e-7);
            assertEquals(counted, (network.macs() + uncounted(network)) / 1e6, 5.1e-5);
            double ratio = counted / (network.macs() / 1e6);
            assertTrue(ratio > 1.035 && ratio < 1.17, () -> "ratio " + ratio);
        }
    }

    private static long uncounted(Network network) {
        long operations = 0;
        for (Layer layer : network.layers()) {
            if (layer.kind() instanceof BatchNorm) {
                operations += 4 * layer.output().elements();
            } else if (layer.kind() instanceof GlobalPool) {
                operations +=
                        network.layers().get(layer.inputs().get(0)).output().elements()
                                + layer.output().elements();
            }
        }
        return operations;
    }
}

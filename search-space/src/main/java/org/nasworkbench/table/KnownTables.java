package org.nasworkbench.table;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nasworkbench.space.CellSpace;
import org.nasworkbench.space.MnasNetSpace;
import org.nasworkbench.space.Nearest;
import org.nasworkbench.table.TableDefinition.Genotype;

/**
 * The tables that are shipped with the workbench, in a compact form; NOTICE names their sources and licences.
 *
 * <ul>
 *   <li>{@code nb201}: NAS-Bench-201, all 15,625 cells: accuracies after 12 epochs, validation accuracies after 200 epochs with up to
 *       three seeds, training seconds (recorded for 1,941 cells, where {@code train_s_measured} is 1, predicted from the operations
 *       for the others), latencies on 27 device settings.
 *   <li>{@code transnas-micro}: the 4,096 cells of TransNAS-Bench-101 on seven tasks.
 *   <li>{@code mnasnet}: 5,125 networks of the MnasNet space, trained for Accel-NASBench by a shortened schedule on ImageNet; 13 were
 *       trained twice.
 * </ul>
 */
public final class KnownTables {
    private static final Map<String, Genotype> TABLES = new TreeMap<>(Map.of(
            "nb201", new Genotype.Known(CellSpace.nasBench201(), "ops"),
            "transnas-micro", new Genotype.Known(CellSpace.transNasMicro(), "arch"),
            "mnasnet", new Genotype.Known(MnasNetSpace.imageNet(), "arch")));

    private KnownTables() {}

    /** The names, in alphabetical order. */
    public static List<String> names() {
        return List.copyOf(TABLES.keySet());
    }

    /** Which architecture a row of a shipped table is about. */
    public static Genotype genotype(String name) {
        Genotype genotype = TABLES.get(name);
        if (genotype == null) {
            throw new IllegalArgumentException("a shipped table must be one of " + names() + ", but was '" + name
                    + "'; did you mean '" + Nearest.word(name, names()) + "'?");
        }
        return genotype;
    }

    /** Where the rows of a shipped table are. */
    public static TableSource source(String name) {
        genotype(name);
        return new TableSource.Shipped(name + ".csv.gz");
    }

    /** The names of the columns of a table. */
    public static List<String> columns(TableSource source) {
        return TableReader.header(source);
    }
}

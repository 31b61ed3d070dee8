package org.nasworkbench.table;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.nasworkbench.latency.fitted.OtherDevices;
import org.nasworkbench.latency.fitted.TimedNetworks;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.table.TableDefinition.Bounds;
import org.nasworkbench.table.TableDefinition.Genotype;

/**
 * Whole networks of a space with their latencies on one device or several, one row a network.
 *
 * @param networks in the order of the rows
 * @param millis latencies by column, [rows]; NaN where a cell is empty
 */
public record TimingTable(SearchSpace space, List<Architecture> networks, Map<String, double[]> millis) {
    /** Columns of latencies begin so, in the shipped tables. */
    public static final String PREFIX = "lat_ms_";

    public TimingTable {
        networks = List.copyOf(networks);
        millis = new TreeMap<>(millis);
    }

    /**
     * Reads a table.
     *
     * @param genotype the column that says which network a row is about, as the space reads it
     * @param latencies columns in milliseconds
     * @throws InvalidTableException listing every bad row
     */
    public static TimingTable read(TableSource source, SearchSpace space, String genotype, List<String> latencies) {
        Map<String, Bounds> columns = new TreeMap<>();
        latencies.forEach(column -> columns.put(column, Bounds.MILLIS));
        RawTable raw = TableReader.read(source, List.of(genotype), columns);
        return new TimingTable(
                space,
                Tables.architectures(new Genotype.Known(space, genotype), space, raw, source.toString()),
                raw.numbers());
    }

    /**
     * What the columns tell as devices. Where all networks of the space are listed the numbers are taken as they are; else terms for each
     * option are fitted to each column, so that other networks can be asked for.
     *
     * @param more networks that are asked for besides the listed ones
     */
    public OtherDevices devices(List<Architecture> more) {
        if (space.size().equals(BigInteger.valueOf(networks.size()))) {
            return OtherDevices.recorded(networks, millis);
        }
        Map<String, TimedNetworks> timed = new TreeMap<>();
        millis.keySet().forEach(column -> timed.put(column, timed(column)));
        return OtherDevices.fitted(timed, more);
    }

    /** The networks that have a latency in a column. */
    public TimedNetworks timed(String column) {
        double[] latencies = millis.get(column);
        int[] rows = IntStream.range(0, networks.size())
                .filter(row -> !Double.isNaN(latencies[row]))
                .toArray();
        if (rows.length < 2) {
            throw new IllegalArgumentException(
                    "a column of latencies must have at least two numbers, but " + column + " has " + rows.length);
        }
        return new TimedNetworks(
                space,
                IntStream.of(rows).mapToObj(networks::get).toList(),
                IntStream.of(rows).mapToDouble(row -> latencies[row]).toArray());
    }
}

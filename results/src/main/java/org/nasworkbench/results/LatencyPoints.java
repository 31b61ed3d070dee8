package org.nasworkbench.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nasworkbench.latency.CheckedNetwork;
import org.nasworkbench.latency.LatencyCheck;
import org.nasworkbench.latency.LatencyTable;
import org.nasworkbench.work.WholeFile;

/**
 * Whole networks that a latency table was held against: what it predicts, and what was measured twice. The file has the table's facts,
 * then {@code set,genotype,macs,predicted_ms,measured_ms,measured_again_ms}, or {@code projected} in place of {@code measured}.
 *
 * @param facts of the table, such as {@code platform}
 * @param projected whether times are calculated from a model of a device
 * @param networks at least one
 */
public record LatencyPoints(Map<String, String> facts, boolean projected, List<CheckedNetwork> networks) {
    private static final String HEADER = "set,genotype,macs,predicted_ms,measured_ms,measured_again_ms";
    private static final String PROJECTED = HEADER.replace("measured", "projected");

    public LatencyPoints {
        facts = new LinkedHashMap<>(facts);
        networks = List.copyOf(networks);
        if (networks.isEmpty()) {
            throw new IllegalArgumentException("at least one network must have been timed, but there is none");
        }
    }

    /** The networks by which a table was judged. */
    public static LatencyPoints of(LatencyTable table, List<CheckedNetwork> networks) {
        return new LatencyPoints(table.facts(), table.projected(), networks);
    }

    /** Whether a file holds such points. */
    public static boolean in(FactCsv file) {
        String header = String.join(",", file.header());
        return header.equals(HEADER) || header.equals(PROJECTED);
    }

    /** Reads them out of a file that {@link #in holds} them. */
    public static LatencyPoints of(FactCsv file) {
        boolean projected = String.join(",", file.header()).equals(PROJECTED);
        String column = projected ? "projected" : "measured";
        return new LatencyPoints(
                file.facts(),
                projected,
                file.rows().stream()
                        .map(row -> new CheckedNetwork(
                                row.text("set"),
                                row.text("genotype"),
                                row.whole("macs"),
                                row.number("predicted_ms"),
                                row.number(column + "_ms"),
                                row.number(column + "_again_ms")))
                        .toList());
    }

    /** Writes the file, whole or not at all. */
    public void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        facts.forEach((name, value) -> text.append("# ")
                .append(name)
                .append(": ")
                .append(value.replaceAll("\\R", " "))
                .append('\n'));
        text.append(projected ? PROJECTED : HEADER).append('\n');
        for (CheckedNetwork n : networks) {
            text.append(n.set())
                    .append(",\"")
                    .append(n.genotype())
                    .append("\",")
                    .append(n.macs());
            text.append(',').append(n.predictedMillis()).append(',').append(n.firstMillis());
            text.append(',').append(n.secondMillis()).append('\n');
        }
        WholeFile.write(file, text.toString());
    }

    /** The sets in their order. */
    public List<String> sets() {
        return networks.stream().map(CheckedNetwork::set).distinct().toList();
    }

    /** The networks of one set. */
    public LatencyPoints only(String set) {
        return new LatencyPoints(
                facts,
                projected,
                networks.stream().filter(network -> network.set().equals(set)).toList());
    }

    /** Where they were timed. */
    public String platform() {
        return facts.getOrDefault("platform", "unnamed platform");
    }

    /** How well the table predicts the mean of both measurements. */
    public LatencyCheck check() {
        return LatencyCheck.of(predicted(), millis());
    }

    /** How well one measurement predicts the other: no table can be expected to do better. */
    public LatencyCheck ceiling() {
        return LatencyCheck.of(
                networks.stream().mapToDouble(CheckedNetwork::secondMillis).toArray(),
                networks.stream().mapToDouble(CheckedNetwork::firstMillis).toArray());
    }

    /** How alike predictions and measurements order the networks; empty where either is the same for all. */
    public Optional<RankCorrelation> ofPredictions() {
        return RankCorrelation.told(predicted(), millis());
    }

    /** How alike MACs and measurements order the networks; empty where either is the same for all. */
    public Optional<RankCorrelation> ofMacs() {
        return RankCorrelation.told(
                networks.stream().mapToDouble(CheckedNetwork::macs).toArray(), millis());
    }

    private double[] predicted() {
        return networks.stream().mapToDouble(CheckedNetwork::predictedMillis).toArray();
    }

    private double[] millis() {
        return networks.stream().mapToDouble(CheckedNetwork::millis).toArray();
    }
}

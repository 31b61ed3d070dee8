package org.nasworkbench.experiment.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.space.Layer;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.Shape;

/** A network on standard output, layer by layer where its layers are known, for people or as JSON. */
final class PrintedNetwork {
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final List<Map<String, Object>> layers = new ArrayList<>();

    void put(String name, Object fact) {
        facts.put(name, fact);
    }

    /** Adds MACs, parameters and layers. */
    void put(Network network) {
        put("macs", network.macs());
        put("params", network.parameters());
        network.layers().forEach(layer -> layers.add(row(network, layer)));
    }

    void print(boolean json) {
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>(facts);
            if (!layers.isEmpty()) {
                all.put("layers", layers);
            }
            System.out.println(Json.pretty(all));
            return;
        }
        facts.forEach((name, fact) -> System.out.printf("%-10s %s%n", name, fact));
        for (Map<String, Object> layer : layers) {
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %-14s %-14s -> %-14s %12d MACs %8d params%n",
                    layer.get("name"),
                    layer.get("operation"),
                    layer.get("input"),
                    layer.get("output"),
                    layer.get("macs"),
                    layer.get("params"));
        }
    }

    private static Map<String, Object> row(Network network, Layer layer) {
        Shape input = layer.inputs().isEmpty()
                ? layer.output()
                : network.layers().get(layer.inputs().get(0)).output();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", layer.name());
        row.put("operation", layer.operation());
        row.put("input", input.toString());
        row.put("output", layer.output().toString());
        row.put("macs", layer.macs());
        row.put("params", layer.parameters());
        return row;
    }
}

package org.nasworkbench.experiment.study;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** A YAML text as a JSON tree that remembers where each key and value stands. */
final class YamlDocument {
    private JsonNode root;
    private final Map<JsonPointer, Place> keys;
    private final Map<JsonPointer, Place> values;

    YamlDocument(JsonNode root, Map<JsonPointer, Place> keys, Map<JsonPointer, Place> values) {
        this.root = root;
        this.keys = new HashMap<>(keys);
        this.values = new HashMap<>(values);
    }

    JsonNode root() {
        return root;
    }

    JsonNode at(JsonPointer pointer) {
        return root.at(pointer);
    }

    /** Where a value begins; for a missing one, where the nearest thing around it does. */
    Place value(JsonPointer pointer) {
        Place place = values.get(pointer);
        return place == null ? value(pointer.head()) : place;
    }

    /** Where the key of a value stands; for an entry of a list, where the entry begins. */
    Place key(JsonPointer pointer) {
        Place place = keys.get(pointer);
        return place == null ? value(pointer) : place;
    }

    /** Puts a value in the place of another, or beside the keys of its mapping. Everything in it stands at {@code place}. */
    void put(JsonPointer pointer, JsonNode value, Place place) {
        keys.keySet().removeIf(other -> within(other, pointer));
        values.keySet().removeIf(other -> within(other, pointer));
        keys.put(pointer, place);
        values.put(pointer, place);
        if (pointer.matches()) {
            root = value;
        } else if (at(pointer.head()) instanceof ArrayNode list) {
            list.set(pointer.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) at(pointer.head())).set(pointer.last().getMatchingProperty(), value);
        }
    }

    /** Puts the keys of a mapping that was read elsewhere, with their places there, beside those of a mapping, which stay what they are. */
    void include(JsonPointer mapping, YamlDocument other) {
        ObjectNode into = (ObjectNode) at(mapping);
        other.root.properties().forEach(entry -> {
            JsonPointer from = JsonPointer.empty().appendProperty(entry.getKey());
            if (into.path(entry.getKey()).isMissingNode()) {
                into.set(entry.getKey(), entry.getValue());
                move(other.keys, from, mapping, keys);
                move(other.values, from, mapping, values);
            }
        });
    }

    private static void move(
            Map<JsonPointer, Place> places, JsonPointer below, JsonPointer under, Map<JsonPointer, Place> into) {
        places.forEach((pointer, place) -> {
            if (within(pointer, below)) {
                into.put(under.append(pointer), place);
            }
        });
    }

    /** Takes a key and its value out of a mapping. */
    void remove(JsonPointer pointer) {
        ((ObjectNode) at(pointer.head())).remove(pointer.last().getMatchingProperty());
    }

    /** Whether a pointer leads to {@code outer} or into it. */
    static boolean within(JsonPointer pointer, JsonPointer outer) {
        return pointer.equals(outer) || pointer.toString().startsWith(outer + "/");
    }
}

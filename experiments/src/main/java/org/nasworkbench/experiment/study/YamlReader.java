package org.nasworkbench.experiment.study;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML 1.2 and notes every key that is there twice. */
final class YamlReader {
    /** Aliases are expanded, so that few can make much; no study needs many. */
    private static final int MOST_ALIASES = 10;

    /** Whoever looks into a text takes a step of the stack for each level; a study has four. */
    private static final int DEEPEST = 20;

    /** No study is so long; a longer text is not read at all, since reading millions of characters to refuse them takes seconds. */
    private static final int LONGEST = 200_000;

    private final String file;
    private final List<Problem> problems;
    private final Map<JsonPointer, Place> keys = new HashMap<>();
    private final Map<JsonPointer, Place> values = new HashMap<>();
    private final Deque<Node> open = new ArrayDeque<>();

    private YamlReader(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Reads a text; an empty one is null.
     *
     * @param file its name in messages
     * @param problems where mistakes are noted
     * @return empty if the text is not YAML
     */
    static Optional<YamlDocument> read(String text, String file, List<Problem> problems) {
        if (text.length() > LONGEST) {
            problems.add(new Place(file, 1, 1)
                    .problem(
                            "YAML",
                            "must be at most " + LONGEST + " characters long",
                            Integer.toString(text.length()),
                            ""));
            return Optional.empty();
        }
        YamlReader reader = new YamlReader(file, problems);
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new CoreSchema())
                .setMaxAliasesForCollections(MOST_ALIASES)
                .build();
        try {
            Optional<Mark> tooDeep = tooDeep(new Parse(settings).parseString(text));
            if (tooDeep.isPresent()) {
                String rule = "must be nested at most " + DEEPEST + " levels deep";
                problems.add(Place.of(file, tooDeep.get()).problem("YAML", rule, "", ""));
                return Optional.empty();
            }
            Optional<Node> node = new Compose(settings).composeString(text);
            reader.values.put(JsonPointer.empty(), new Place(file, 1, 1));
            JsonNode root = node.isEmpty() ? NullNode.instance : reader.convert(node.get(), JsonPointer.empty());
            return Optional.of(new YamlDocument(root, reader.keys, reader.values));
        } catch (YamlEngineException e) {
            problems.add(YamlSyntax.problem(e, file, text));
            return Optional.empty();
        } catch (NumberFormatException e) { // the parser takes what is cut off for a number
            problems.add(Place.of(file, text, text.length())
                    .problem("YAML", "must be well-formed: the text ends in the middle of an escape", "", ""));
            return Optional.empty();
        }
    }

    private static Optional<Mark> tooDeep(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (depth > DEEPEST) {
                return event.getStartMark();
            }
        }
        return Optional.empty();
    }

    private JsonNode convert(Node node, JsonPointer at) {
        values.putIfAbsent(at, place(node));
        if (node instanceof ScalarNode scalar) {
            return YamlScalar.json(scalar);
        }
        if (open.stream().anyMatch(other -> other == node)) {
            problems.add(place(node).problem(Wording.key(at), "must not contain itself", "", ""));
            return NullNode.instance;
        }
        open.push(node);
        JsonNode json = node instanceof MappingNode mapping ? mapping(mapping, at) : list((SequenceNode) node, at);
        open.pop();
        return json;
    }

    private JsonNode list(SequenceNode node, JsonPointer at) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Node item : node.getValue()) {
            list.add(convert(item, at.appendIndex(list.size())));
        }
        return list;
    }

    private JsonNode mapping(MappingNode node, JsonPointer at) {
        ObjectNode mapping = JsonNodeFactory.instance.objectNode();
        Map<String, Place> seen = new HashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Place place = place(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode word)) {
                problems.add(place.problem(Wording.key(at), "must have words as keys", "", ""));
                continue;
            }
            JsonPointer inner = at.appendProperty(word.getValue());
            Place first = seen.putIfAbsent(word.getValue(), place);
            keys.putIfAbsent(inner, place);
            JsonNode value = convert(tuple.getValueNode(), inner);
            if (first == null) {
                mapping.set(word.getValue(), value);
            } else {
                problems.add(place.problem(
                        Wording.key(inner), "must not be there twice", "", "first on line " + first.line()));
            }
        }
        return mapping;
    }

    private Place place(Node node) {
        return Place.of(file, node.getStartMark().orElseThrow());
    }
}

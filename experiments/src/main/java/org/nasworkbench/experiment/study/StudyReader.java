package org.nasworkbench.experiment.study;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nasworkbench.strategy.Strategies;
import org.nasworkbench.strategy.StrategyProvider;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads studies. */
public final class StudyReader {
    private StudyReader() {}

    /**
     * Reads a study file.
     *
     * @param overrides changes from the command line, such as {@code budget.trials=30}, {@code strategies.0.population=10},
     *     {@code seeds=[1,2]}; later ones win
     * @throws IOException if the file cannot be read
     * @throws InvalidStudyException naming every mistake in it
     */
    public static Study read(Path file, List<String> overrides) throws IOException, InvalidStudyException {
        String text = decode(Files.readAllBytes(file), file.toString());
        return parse(text, file.toString(), file.toAbsolutePath().getParent(), overrides);
    }

    /**
     * Reads a study from its text, such as one kept with results.
     *
     * @param source its name in messages
     * @param folder where relative paths in it begin
     * @throws InvalidStudyException naming every mistake in it
     */
    public static Study parse(String text, String source, Path folder, List<String> overrides)
            throws InvalidStudyException {
        return parse(text, source, folder, overrides, Strategies.providers());
    }

    static Study parse(
            String text, String source, Path folder, List<String> overrides, Map<String, StrategyProvider> providers)
            throws InvalidStudyException {
        List<Problem> problems = new ArrayList<>();
        Optional<YamlDocument> read = YamlReader.read(text, source, problems);
        if (read.isEmpty()) {
            throw new InvalidStudyException(problems);
        }
        YamlDocument document = read.get();
        for (int i = 0; i < overrides.size(); i++) {
            Change.of(overrides.get(i), i + 1).apply(document, problems);
        }
        StudyFolder place = new StudyFolder(folder);
        List<String> changes = overrides.stream()
                .filter(change -> !change.strip().startsWith("executor"))
                .toList();
        boolean changed = OwnSpace.include(document, place, problems) || !changes.isEmpty();
        Findings findings = new Findings(document);
        new SchemaRules(findings).check();
        new GroundRules(findings, place).check();
        List<StrategySpec> strategies = new StrategyRules(findings, providers).check();
        problems.addAll(findings.problems());
        if (!problems.isEmpty()) {
            throw new InvalidStudyException(problems);
        }
        return new StudyBuilder(new StudyValues(document.root()), place)
                .build(source, changed ? kept(document, changes) : withoutExecutor(text), strategies);
    }

    /** The study as it is kept: who does the work changes nothing in it, so a run that one began another goes on with. */
    private static String withoutExecutor(String text) {
        return text.replaceAll("(?m)^executor[ \\t]*:.*\\R?", "");
    }

    /** The same of one that is more than its text. */
    private static String kept(YamlDocument document, List<String> changes) {
        ObjectNode kept = document.root().deepCopy();
        kept.remove("executor");
        return write(kept, changes);
    }

    private static String write(ObjectNode study, List<String> overrides) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSchema(new CoreSchema())
                .build();
        StringBuilder yaml = new StringBuilder();
        overrides.forEach(change -> yaml.append("# --set ")
                .append(change.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", " "))
                .append('\n'));
        Object tree = new ObjectMapper().convertValue(study, Object.class);
        return yaml + new Dump(settings).dumpToString(tree);
    }

    /** Text in UTF-8, without a mark of its byte order. */
    static String decode(byte[] bytes, String source) throws InvalidStudyException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        boolean broken = decoder.decode(ByteBuffer.wrap(bytes), text, true).isError();
        String decoded = text.flip().toString();
        if (broken) {
            Place place = Place.of(source, decoded, decoded.length());
            throw new InvalidStudyException(List.of(place.problem("YAML", "must be text in UTF-8", "", "")));
        }
        return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
    }
}

package org.nasworkbench.experiment.study;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nasworkbench.latency.PlatformChoice;
import org.nasworkbench.latency.PlatformProvider;
import org.nasworkbench.latency.PlatformSetting;
import org.nasworkbench.latency.Platforms;

/** Checks where latency is measured against what platforms declare, those of plug-ins like our own. */
final class PlatformRules {
    private static final JsonPointer LATENCY = JsonPointer.compile("/latency");
    private static final JsonPointer PLATFORM = LATENCY.appendProperty("platform");
    private static final JsonPointer THREADS = LATENCY.appendProperty("threads");

    private final Findings findings;
    private final StudyValues values;

    PlatformRules(Findings findings) {
        this.findings = findings;
        this.values = new StudyValues(findings.document().root());
    }

    /** The platform of a checked study, with all its settings. */
    static PlatformChoice choice(StudyValues values) {
        return Platforms.complete(new PlatformChoice(
                values.text(PLATFORM.toString()), values.integer(THREADS.toString()), given(values)));
    }

    void check() {
        if (findings.has(PLATFORM) && !findings.clean(PLATFORM)) {
            return;
        }
        String name = values.text(PLATFORM.toString());
        if (!Platforms.names().contains(name)) {
            findings.wrong(
                    PLATFORM,
                    "must be one of " + String.join(", ", Platforms.names()),
                    Wording.nearest(name, Platforms.names()));
            return;
        }
        PlatformProvider provider = Platforms.provider(name);
        keys(provider.settings());
        if (ScoreSource.of(values.root()) == ScoreSource.TRAINING) {
            values(provider);
        }
    }

    private void values(PlatformProvider provider) {
        int most = provider.mostThreads();
        if (findings.clean(THREADS) && values.integer(THREADS.toString()) > most) {
            findings.wrong(THREADS, "must be at most " + most + " on " + provider.name(), "");
        }
        List<JsonPointer> missing = provider.settings().stream()
                .filter(setting -> setting.preset().isEmpty())
                .map(setting -> LATENCY.appendProperty(setting.name()))
                .filter(key -> !findings.has(key))
                .toList();
        missing.forEach(findings::missing);
        if (missing.isEmpty() && findings.clean(LATENCY)) {
            open();
        }
    }

    private void keys(List<PlatformSetting> declared) {
        List<String> known = new ArrayList<>(StudySchema.keys(LATENCY));
        declared.forEach(setting -> known.add(setting.name()));
        findings.document().at(LATENCY).fieldNames().forEachRemaining(key -> {
            JsonPointer at = LATENCY.appendProperty(key);
            JsonNode value = findings.document().at(at);
            if (!known.contains(key)) {
                findings.unknown(at, known);
            } else if (!StudySchema.keys(LATENCY).contains(key) && (!value.isValueNode() || value.isNull())) {
                findings.wrong(at, "must be text", "");
            }
        });
    }

    /** Lets the platform look at its settings. */
    private void open() {
        try {
            Platforms.open(choice(values));
        } catch (IllegalArgumentException e) {
            findings.contradictory(LATENCY, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> given(StudyValues values) {
        Map<String, String> given = new LinkedHashMap<>();
        List<String> own = StudySchema.keys(LATENCY);
        values.root().at(LATENCY.toString()).properties().forEach(field -> {
            if (!own.contains(field.getKey())) {
                given.put(field.getKey(), field.getValue().asText());
            }
        });
        return given;
    }
}

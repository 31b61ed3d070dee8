package org.nasworkbench.experiment.study;

import com.fasterxml.jackson.databind.JsonNode;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.table.KnownTables;

/** Where a study's scores come from. */
enum ScoreSource {
    /** Networks are trained here. */
    TRAINING,
    /** A table answers. */
    TABLE;

    /** What the keys of a study say; where a name could mean both, a task makes the difference. */
    static ScoreSource of(JsonNode study) {
        if (study.path("space").has("table")) {
            return TABLE;
        }
        String name = study.path("space").path("name").asText();
        boolean space = SearchSpaces.names().contains(name);
        boolean table = KnownTables.names().contains(name);
        if (space && table) {
            return study.has("task") ? TRAINING : TABLE;
        }
        return table || !space && study.has("score") && !study.has("task") ? TABLE : TRAINING;
    }
}

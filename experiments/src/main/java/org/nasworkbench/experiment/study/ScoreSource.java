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

    /** What the keys of a study say. */
    static ScoreSource of(JsonNode study) {
        JsonNode space = study.path("space");
        String name = space.path("name").asText();
        boolean table = space.has("table") || KnownTables.names().contains(name);
        boolean scored = study.has("score") && !study.has("task");
        return table || scored && !OwnSpace.in(study) && !SearchSpaces.names().contains(name) ? TABLE : TRAINING;
    }
}

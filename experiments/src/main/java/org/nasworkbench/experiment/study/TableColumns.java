package org.nasworkbench.experiment.study;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nasworkbench.space.Nearest;
import org.nasworkbench.table.InvalidTableException;
import org.nasworkbench.table.KnownTables;
import org.nasworkbench.table.TableDefinition.Genotype;
import org.nasworkbench.table.TableSource;

/** Whether the tables that a study names are there and have the columns that it names. */
final class TableColumns {
    private static final JsonPointer NAME = JsonPointer.compile("/space/name");
    private static final JsonPointer TABLE = JsonPointer.compile("/space/table");
    private static final JsonPointer GENOTYPE = JsonPointer.compile("/space/genotype");
    private static final JsonPointer DECISIONS = JsonPointer.compile("/space/decisions");
    private static final JsonPointer WITH = JsonPointer.compile("/space/with");
    private static final JsonPointer SHORTER = JsonPointer.compile("/score/shorter");

    private final Findings findings;
    private final StudyFolder folder;

    TableColumns(Findings findings, StudyFolder folder) {
        this.findings = findings;
        this.folder = folder;
    }

    void check() {
        Optional<List<String>> own = findings.has(TABLE)
                ? file(TABLE)
                : findings.text(NAME)
                        .filter(KnownTables.names()::contains)
                        .map(name -> KnownTables.columns(KnownTables.source(name)));
        if (own.isEmpty()) {
            return;
        }
        named(GENOTYPE, own.get());
        named(DECISIONS, own.get());
        Set<String> all = new LinkedHashSet<>(own.get());
        if (findings.has(WITH)) {
            Optional<List<String>> more = file(WITH);
            if (more.isEmpty()) {
                return;
            }
            key().filter(key -> own.get().contains(key) && !more.get().contains(key))
                    .ifPresent(key -> findings.wrong(
                            WITH,
                            "must be a table with the column " + key,
                            "its columns are " + String.join(", ", more.get())));
            all.addAll(more.get());
        }
        List<String> columns = List.copyOf(all);
        List.of(
                        "/score/column",
                        "/score/runs",
                        "/cost/column",
                        "/latency/column",
                        "/report",
                        "/correlate/column",
                        "/correlate/with")
                .forEach(at -> named(JsonPointer.compile(at), columns));
        for (int i = 0; i < findings.document().at(SHORTER).size(); i++) {
            named(SHORTER.appendIndex(i).appendProperty("column"), columns);
        }
    }

    /** The column by which files are joined. */
    private Optional<String> key() {
        return findings.has(TABLE)
                ? findings.text(GENOTYPE)
                : findings.text(NAME)
                        .map(KnownTables::genotype)
                        .map(genotype -> genotype instanceof Genotype.Known known
                                ? known.column()
                                : ((Genotype.Text) genotype).column());
    }

    /** The columns of a file that a study names. */
    private Optional<List<String>> file(JsonPointer at) {
        return findings.text(at).flatMap(name -> {
            Optional<TableSource> source = folder.file(name).map(TableSource.File::new);
            if (source.isEmpty()) {
                findings.wrong(at, "must be a file", folder.looked(name));
            }
            return source.flatMap(there -> columns(at, there));
        });
    }

    private Optional<List<String>> columns(JsonPointer at, TableSource source) {
        try {
            return Optional.of(KnownTables.columns(source));
        } catch (InvalidTableException e) {
            findings.wrong(
                    at,
                    "must be comma-separated text with a header",
                    e.problems().get(0));
            return Optional.empty();
        }
    }

    /** Looks for a column, or for each of a list. */
    private void named(JsonPointer at, List<String> columns) {
        JsonNode value = findings.document().at(at);
        for (int i = 0; i < value.size(); i++) {
            named(at.appendIndex(i), columns);
        }
        findings.text(at)
                .filter(column -> !columns.contains(column))
                .ifPresent(column -> findings.wrong(
                        at, "must be a column of the table", "did you mean '" + Nearest.word(column, columns) + "'?"));
    }
}

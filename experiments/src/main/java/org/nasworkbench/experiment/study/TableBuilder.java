package org.nasworkbench.experiment.study;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nasworkbench.table.KnownTables;
import org.nasworkbench.table.TableDefinition;
import org.nasworkbench.table.TableDefinition.Genotype;
import org.nasworkbench.table.TableDefinition.Score;
import org.nasworkbench.table.TableDefinition.Seconds;
import org.nasworkbench.table.TableSource;
import org.nasworkbench.table.TimingTable;

/** Makes the records of a checked study whose scores come from a table. */
final class TableBuilder {
    private final StudyValues values;
    private final StudyFolder folder;

    TableBuilder(StudyValues values, StudyFolder folder) {
        this.values = values;
        this.folder = folder;
    }

    TableSpec build() {
        return new TableSpec(
                new TableDefinition(
                        name(),
                        genotype(),
                        score(),
                        new Seconds(
                                values.optionalText("/cost/column"),
                                values.optionalNumber("/cost/seconds").orElseGet(() -> values.number("/cost/plus"))),
                        values.optionalText("/latency/column")
                                .or(() -> values.optionalText("/latency/device").map(TimingTable.PREFIX::concat)),
                        values.has("/report") ? values.texts("/report") : List.of(values.text("/score/column"))),
                source(),
                values.optionalText("/space/with").flatMap(folder::file).map(TableSource.File::new),
                values.optionalText("/latency/table").flatMap(folder::file),
                values.optionalText("/correlate/column")
                        .map(column -> new TableSpec.Correlate(column, values.texts("/correlate/with"))),
                values.integer("/cost/workers"));
    }

    /** The space's own name, or the file's without what says its format. */
    private String name() {
        return values.optionalText("/space/name").orElseGet(() -> {
            String file = values.text("/space/table").replaceFirst(".*[/\\\\]", "");
            return file.replaceFirst("(?i)\\.(csv|txt|tsv)?(\\.gz)?$", "");
        });
    }

    private TableSource source() {
        return values.optionalText("/space/table")
                .flatMap(folder::file)
                .<TableSource>map(TableSource.File::new)
                .orElseGet(() -> KnownTables.source(values.text("/space/name")));
    }

    private Genotype genotype() {
        Optional<String> text = values.optionalText("/space/genotype");
        if (text.isPresent()) {
            return new Genotype.Text(text.get());
        }
        return values.has("/space/decisions")
                ? new Genotype.Choices(values.texts("/space/decisions"))
                : KnownTables.genotype(values.text("/space/name"));
    }

    private Score score() {
        SortedMap<Integer, String> shorter = new TreeMap<>();
        for (int i = 0; values.has("/score/shorter/" + i); i++) {
            String at = "/score/shorter/" + i;
            shorter.put(values.integer(at + "/epochs"), values.text(at + "/column"));
        }
        return new Score(
                values.text("/score/column"),
                values.word("/score/unit", TableDefinition.Unit.class),
                values.word("/score/direction", TableDefinition.Direction.class),
                values.texts("/score/runs"),
                values.integer("/score/epochs"),
                shorter);
    }
}

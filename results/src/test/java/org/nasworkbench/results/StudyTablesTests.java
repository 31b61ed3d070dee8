package org.nasworkbench.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.io.csv.CsvReadOptions;

class StudyTablesTests {
    @TempDir
    Path folder;

    private StudyResults study;

    @BeforeEach
    void recordAndWrite() throws Exception {
        RecordedStudy.small(folder.resolve("study.db"));
        study = StoredStudy.read(folder.resolve("study.db"));
        StudyTables.write(study, folder.resolve("tables"));
    }

    private List<String> lines(String name) throws Exception {
        return Files.readAllLines(folder.resolve("tables").resolve(name));
    }

    @Test
    void summaryBeginsAsPromisedWithOneSortedRowPerRun() throws Exception {
        List<String> lines = lines("summary.csv");
        String promised = "strategy,seed,evaluations,distinct,chosen,search_score,final_score,latency_ms,cost_device_s,"
                + "simulated_device_s,";
        assertTrue(lines.get(0).startsWith(promised), lines.get(0));
        assertEquals(
                List.of(
                        "evolution,1,4,3,\"a | b\",0.4,0.6499999999999999,3.5,21.750,5.000,evolution-type,done,10.250,180.000,"
                                + "3.0,210.0,0.0,3.0",
                        "evolution,2,1,1,,,,,2.000,0.000,evolution-type,failed,0.000,0.000,1.0,70.0,0.0,1.0",
                        "random,5000000000,0,0,,,,,0.000,0.000,random-type,running,0.000,0.000,0.0,0.0,0.0,0.0",
                        "supernet,1,2,2,\"e\",0.5,,3.5,50.000,5.000,supernet-type,done,0.000,0.000,12.0,840.0,10.0,2.0"),
                lines.subList(1, lines.size()));
    }

    @Test
    void projectedLatenciesSaySoInTheirColumn() throws Exception {
        try (RecordedStudy other = RecordedStudy.at(folder.resolve("projected.db"))) {
            other.fact("latency times", "projected");
        }
        StudyTables.all(StoredStudy.read(folder.resolve("projected.db"))).forEach((name, table) -> {
            assertFalse(table.containsColumn("latency_ms"), name);
            assertEquals(
                    Set.of("summary", "trials", "fidelity").contains(name),
                    table.containsColumn("projected_latency_ms"),
                    name);
        });
    }

    @Test
    void ledgerNamesRunsAndTheStudyAsAWhole() throws Exception {
        List<String> lines = lines("ledger.csv");
        assertEquals("strategy,seed,category,device_s", lines.get(0));
        assertEquals(",,idle,8.250", lines.get(1));
        assertTrue(lines.contains("evolution,1,search-training,19.250"));
    }

    @Test
    void genotypesAreAlwaysQuotedAndQuotationMarksDoubled() throws Exception {
        List<String> trials = lines("trials.csv");
        assertTrue(trials.get(1).startsWith("evolution,1,0,\"a | b\",4,scored,0.4,0.4,3.5,10.250,"), trials.get(1));
        assertTrue(
                trials.get(2).startsWith("evolution,1,1,\"a \"\"x\"\", b\",4,scored,0.30000000000000004,"),
                trials.get(2));
        assertTrue(lines("finals.csv").get(3).endsWith(",3,\"a | b\",false,failed,,60.000,"));
    }

    @Test
    void everyTableReadsBackTheSame() {
        for (Map.Entry<String, Table> table : StudyTables.all(study).entrySet()) {
            ColumnType[] types =
                    table.getValue().columns().stream().map(Column::type).toArray(ColumnType[]::new);
            Table read = Table.read()
                    .usingOptions(CsvReadOptions.builder(folder.resolve("tables")
                                    .resolve(table.getKey() + ".csv")
                                    .toFile())
                            .columnTypes(types));
            assertEquals(table.getValue().columnNames(), read.columnNames());
            assertEquals(table.getValue().rowCount(), read.rowCount(), table.getKey());
            for (Column<?> column : table.getValue().columns()) {
                for (int row = 0; row < read.rowCount(); row++) {
                    assertEquals(
                            column.get(row), read.column(column.name()).get(row), table.getKey() + " " + column.name());
                }
            }
        }
    }

    @Test
    void numbersLookTheSameInEveryCountry() throws Exception {
        String before = CsvFile.text(StudyTables.summary(study));
        String console = ConsoleTable.of(study);
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals(before, CsvFile.text(StudyTables.summary(study)));
            assertEquals(console, ConsoleTable.of(study));
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void writingAgainReplacesTheFilesAndLeavesNoOthers() throws Exception {
        Files.writeString(folder.resolve("tables/summary.csv"), "half a fi");
        StudyTables.write(study, folder.resolve("tables"));
        assertEquals(5, lines("summary.csv").size());
        try (Stream<Path> files = Files.list(folder.resolve("tables"))) {
            assertEquals(
                    List.of("fidelity.csv", "finals.csv", "ledger.csv", "summary.csv", "traces.csv", "trials.csv"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void linesOfJsonHoldWhatTheTablesHold() throws Exception {
        StudyTables.write(study, folder.resolve("json"), TableFormat.JSONL);
        List<String> rows = Files.readAllLines(folder.resolve("json/summary.jsonl"));
        assertEquals(
                "{\"strategy\":\"evolution\",\"seed\":1,\"evaluations\":4,\"distinct\":3"
                        + ",\"chosen\":\"a | b\",\"search_score\":0.4,\"final_score\":0.6499999999999999,\"latency_ms\":3.5",
                rows.get(0).substring(0, rows.get(0).indexOf(",\"cost_device_s")));
        assertTrue(rows.get(1).contains("\"chosen\":null,\"search_score\":null"), rows.get(1));
        for (Map.Entry<String, Table> table : StudyTables.all(study).entrySet()) {
            List<String> lines = Files.readAllLines(folder.resolve("json/" + table.getKey() + ".jsonl"));
            assertEquals(table.getValue().rowCount(), lines.size(), table.getKey());
            for (String line : lines) {
                for (String column : table.getValue().columnNames()) {
                    assertTrue(line.contains("\"" + column + "\":"), line);
                }
            }
        }
    }

    @Test
    void withoutDuckDbParquetIsRefusedInWordsAndWithItIsWritten() throws Exception {
        Path place = folder.resolve("parquet");
        try {
            StudyTables.write(study, place, TableFormat.PARQUET);
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().contains("DuckDB's jar (org.duckdb:duckdb_jdbc) must be named in NAS_PLUGINS"));
            assertFalse(Files.exists(place));
            return;
        }
        for (String table : StudyTables.all(study).keySet()) {
            assertEquals("PAR1", new String(Files.readAllBytes(place.resolve(table + ".parquet")), 0, 4, UTF_8), table);
        }
    }
}

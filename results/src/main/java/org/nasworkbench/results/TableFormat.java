package org.nasworkbench.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import tech.tablesaw.api.Table;

/** Kinds of files that a study's tables are written as. */
public enum TableFormat {
    /** Comma-separated text, RFC 4180; seconds have three decimals, other numbers all that they have. */
    CSV {
        @Override
        void write(Table table, Path file) throws IOException {
            CsvFile.write(table, file);
        }
    },

    /** A JSON object a line, with the same keys on each; what is missing is null. */
    JSONL {
        @Override
        void write(Table table, Path file) throws IOException {
            JsonLines.write(table, file);
        }
    },

    /** Apache Parquet, written by DuckDB where its jar is on the class path. */
    PARQUET {
        @Override
        void write(Table table, Path file) throws IOException {
            ParquetFile.write(table, file);
        }
    };

    abstract void write(Table table, Path file) throws IOException;

    /** What names of such files end with, without the dot. */
    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.nasworkbench.results;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract of records, in files. */
class SqliteStoreTests extends StoreContract {
    @TempDir
    Path folder;

    @Override
    StoreAddress place(String study) {
        return StoreAddress.file(folder.resolve(study + ".db"));
    }
}

package org.nasworkbench.results;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/** A PostgreSQL server of this test's own, on a free port of this machine. */
record TestServer(EmbeddedPostgres postgres) implements AutoCloseable {
    /** Starts it; where that cannot be, the test is skipped and says why. */
    static TestServer start() {
        try {
            return new TestServer(EmbeddedPostgres.builder().start());
        } catch (IOException | RuntimeException e) {
            System.err.println("skipped, since no PostgreSQL server can be started here: " + e);
            return abort("no PostgreSQL server can be started here: " + e);
        }
    }

    String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}

package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.nasworkbench.experiment.cli.Ended.nas;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.results.StoreAddress;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyStore;

/** Whole studies whose record is in a real PostgreSQL server: all commands that take a run's folder work as ever. */
@Timeout(120)
class TeamStoreTests {
    private static EmbeddedPostgres server;

    @TempDir
    private Path folder;

    private LetterStudy study;
    private String url;

    @BeforeAll
    static void start() {
        try {
            server = EmbeddedPostgres.builder().start();
        } catch (IOException | RuntimeException e) {
            System.err.println("skipped, since no PostgreSQL server can be started here: " + e);
            abort("no PostgreSQL server can be started here: " + e);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    /** Each test has a schema of its own. */
    @BeforeEach
    void write(TestInfo test) throws IOException {
        study = LetterStudy.in(folder, 200, 2);
        String schema = test.getTestMethod().orElseThrow().getName();
        url = server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
    }

    private Path run(String out, StoreAddress address) throws Exception {
        return study.run(folder.resolve(out), address);
    }

    private Path local() throws Exception {
        return run("local", StoreAddress.file(folder.resolve("local/study.db")));
    }

    private Path team() throws Exception {
        return run("team", StoreAddress.server(url, ""));
    }

    private static String refusal(String... arguments) {
        Ended refused = nas(arguments);
        assertEquals(2, refused.code(), refused::err);
        return refused.err().strip();
    }

    @Test
    void aStudyHasTheSameTablesFromBothStores() throws Exception {
        Path local = local();
        Path team = team();
        assertFalse(Files.exists(team.resolve("study.db")));
        for (String file : List.of("summary.csv", "trials.csv", "finals.csv", "traces.csv")) {
            String text = Files.readString(local.resolve(file));
            assertTrue(file.equals("traces.csv") || text.lines().count() > 6, file);
            assertEquals(text, Files.readString(team.resolve(file)), file);
        }
        assertEquals(
                nas("results", "show", local.toString()).out(),
                nas("results", "show", team.toString()).out());
    }

    @Test
    void whatTakesARunsFolderFindsTheRecord() throws Exception {
        Path team = team();
        String summary = Files.readString(team.resolve("summary.csv"));
        assertEquals(List.of(StoreAddress.server(url, "").toString()), Files.readAllLines(team.resolve("store.url")));
        Files.delete(team.resolve("summary.csv"));
        assertEquals(0, nas("report", team.toString()).code());
        assertEquals(summary, Files.readString(team.resolve("summary.csv")));
        assertTrue(Files.exists(team.resolve("report.html")));
        assertTrue(nas("results", "list", folder.toString()).out().contains("6 of 6 runs done"));
        Path out = Files.createDirectories(folder.resolve("export"));
        assertEquals(
                0,
                nas("results", "export", team.toString(), "--out", out.toString())
                        .code());
        assertEquals(summary, Files.readString(out.resolve("summary.csv")));
        assertEquals(
                0,
                nas("figures", team.toString(), "--figure", "best-so-far", "--format", "svg")
                        .code());
        assertTrue(Files.exists(team.resolve("figures/best-so-far.svg")));
        run("team", new RunFolder(team).store());
        assertEquals(
                summary, Files.readString(team.resolve("summary.csv")), "without an address the folder says where");
    }

    @Test
    void aRecordStaysWhereItBeganAndBelongsToOneFolder() throws Exception {
        Path team = team();
        Path local = local();
        String elsewhere = url + "2";
        assertEquals(
                "a run must keep its record where it began, in " + StoreAddress.server(url, "") + ", but "
                        + StoreAddress.server(elsewhere, "")
                        + " was asked for; use --out for another folder, or --fresh to begin anew",
                refusal(study.run(team, "--store", elsewhere)));
        assertTrue(refusal(study.run(local, "--store", url)).contains("in " + local.resolve("study.db") + ", but"));
        Path colleague = folder.resolve("colleague");
        assertEquals(
                "a run must go on in the folder in which it began, but that of the record "
                        + StoreAddress.server(url, "") + " is not " + colleague
                        + ": copy that folder here, or name another schema with currentSchema=NAME in the store's address",
                refusal(study.run(colleague, "--store", url)));
        assertFalse(Files.exists(colleague.resolve("store.url")));

        String first = nas("results", "show", team.toString()).out();
        Path theirs = run("colleague", StoreAddress.server(elsewhere, ""));
        assertEquals(first, nas("results", "show", theirs.toString()).out());
        new RunFolder(theirs).clear();
        assertTrue(nas("results", "show", theirs.toString()).err().startsWith("a study's record must exist"));
        assertEquals(first, nas("results", "show", team.toString()).out(), "one's own record is not another's");
    }

    @Test
    void freshForgetsTheRecordToo() throws Exception {
        Path team = team();
        LetterStudy.in(folder, 100, 2);
        assertTrue(refusal(study.run(team)).startsWith("a study must stay as it began, but " + team));
        String before = Files.readString(team.resolve("trials.csv"));
        assertEquals(0, nas(study.run(team, "--store", url, "--fresh")).code());
        assertNotEquals(before, Files.readString(team.resolve("trials.csv")));
    }

    @Test
    void aSecondProcessIsRefused() throws Exception {
        try (StudyStore first = new StudyStore(StoreAddress.server(url, ""))) {
            first.fact("name", "first");
            Process second = study.start(List.of(), study.run(folder.resolve("second"), "--store", url));
            assertTrue(second.waitFor(60, TimeUnit.SECONDS));
            String said = Files.readString(study.said().toPath());
            assertEquals(2, second.exitValue(), said);
            assertEquals(
                    "a study must be worked on by one process at a time, but another one is at work on "
                            + StoreAddress.server(url, "") + "\n",
                    said);
        }
    }

    @Test
    void aPasswordInTheAddressIsRefused() {
        assertTrue(refusal(study.run(folder.resolve("x"), "--store", url + "&password=secret"))
                .contains("must not hold a password"));
    }

    /** The server cuts the connection of a study that is training; the same command goes on to the end. */
    @Test
    @Tag("slow")
    void aLostServerEndsTheStudyWithOneLineAndTheNextCommandGoesOn() throws Exception {
        TinyStudy tiny = TinyStudy.in(folder, 6, "type: regularized-evolution, population: 3, sample: 2");
        Path out = folder.resolve("tiny");
        Process process = tiny.start(tiny.run(out, "--store", url));
        while (process.isAlive() && trials() < 2) {
            Thread.sleep(50);
        }
        try (Connection connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'nas'");
        }
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        String said = Files.readString(tiny.errors().toPath());
        assertEquals(1, process.exitValue(), said);
        String last = said.lines().reduce((first, second) -> second).orElseThrow();
        assertTrue(
                last.startsWith("cannot ")
                        && last.contains(StoreAddress.server(url, "").toString()),
                said);
        assertTrue(said.lines().noneMatch(line -> line.contains("Exception") || line.startsWith("\tat ")), said);
        int kept = trials();
        assertTrue(kept >= 2, () -> kept + " trials");

        Ended again = nas(tiny.run(out));
        assertEquals(0, again.code(), again::err);
        StudyResults results = StoredStudy.read(new RunFolder(out).store());
        assertTrue(results.runs().stream().allMatch(run -> run.status().equals("done")), "no fault of a search");
        assertEquals(2, results.sessions().size());
    }

    private int trials() {
        try {
            return StoredStudy.read(StoreAddress.server(url, "")).trials().size();
        } catch (IllegalArgumentException e) {
            return 0; // there is no record yet
        }
    }
}

package org.nasworkbench.experiment.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.evaluation.Outcome.Reason;
import org.nasworkbench.experiment.worker.Chore.Kind;
import org.nasworkbench.results.LedgerBalance;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

@Timeout(120)
class WorkerPoolTests {
    private static final RunKey RUN = new RunKey("evolution", 1);
    /** Between the beginning of a session and its devices', and between their ends, some milliseconds are nobody's. */
    private static final double UNSEEN_SECONDS = 0.1;

    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    /** What is done with a pool. */
    private interface Deed {
        void with(WorkerPool pool) throws Exception;
    }

    /** Does something with a pool of its own, closes it, and reads what was recorded. */
    private StudyResults after(int devices, Duration patience, Deed deed) throws Exception {
        try (StudyStore store = new StudyStore(folder.resolve("study.db"))) {
            store.fact("name", "pool");
            try (WorkerPool pool = new WorkerPool(store, new ProcessExecutor(devices), patience)) {
                deed.with(pool);
            }
        }
        return StoredStudy.read(folder.resolve("study.db"));
    }

    private static CompletableFuture<Report<Chore.Result>> submit(WorkerPool pool, Kind kind, String text) {
        return pool.submit(new Assignment<>(Optional.of(RUN), new Chore(kind, text), Optional.empty(), report -> {}));
    }

    private static Chore.Result echo(WorkerPool pool) throws Exception {
        Report<Chore.Result> report = submit(pool, Kind.ECHO, "hello").get();
        assertInstanceOf(Report.Done.class, report);
        return ((Report.Done<Chore.Result>) report).result();
    }

    private static Report.Failed<Chore.Result> failed(WorkerPool pool, Kind kind, String text) throws Exception {
        Report<Chore.Result> report = submit(pool, kind, text).get();
        assertInstanceOf(Report.Failed.class, report);
        return (Report.Failed<Chore.Result>) report;
    }

    private static double charged(StudyResults study, String strategy, String category) {
        return study.charges().stream()
                .filter(charge ->
                        charge.strategy().equals(strategy) && charge.category().equals(category))
                .mapToDouble(StudyResults.Charge::deviceSeconds)
                .sum();
    }

    private static void assertBalanced(StudyResults study) {
        LedgerBalance balance = LedgerBalance.of(study);
        double allowed = Math.max(
                0.01 * balance.wallDeviceSeconds(),
                UNSEEN_SECONDS * study.sessions().size());
        assertEquals(balance.wallDeviceSeconds(), balance.totalDeviceSeconds(), allowed);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 600 && !condition.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertTrue(condition.getAsBoolean());
    }

    @Test
    void theClassPathThatWorkersGetIsComplete() {
        List<String> entries = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        for (String part : List.of("test-classes", "sqlite-jdbc", "pytorch-native", "picocli")) {
            assertTrue(entries.stream().anyMatch(entry -> entry.contains(part)), () -> part + " in " + entries);
        }
    }

    @Test
    void resultsComeBackFromOneProcessAfterAnother() throws Exception {
        StudyResults study = after(1, LONG, pool -> {
            Chore.Result first = echo(pool);
            assertEquals("hello", first.text());
            assertNotEquals(ProcessHandle.current().pid(), first.pid());
            assertEquals(first.pid(), echo(pool).pid(), "a worker is used again");
            assertEquals(1, pool.devices());
        });
        assertTrue(charged(study, "evolution", "search-training") > 0);
        assertTrue(charged(study, "", "engine") > 0);
        assertBalanced(study);
    }

    @Test
    void workThatFailsIsAReportAndTheWorkerGoesOn() throws Exception {
        StudyResults study = after(1, LONG, pool -> {
            long pid = echo(pool).pid();
            Report.Failed<Chore.Result> thrown = failed(pool, Kind.THROW, "no such layer");
            assertEquals(Reason.ERROR, thrown.outcome().reason());
            assertEquals(
                    "java.lang.IllegalStateException: no such layer",
                    thrown.outcome().detail());
            assertTrue(thrown.deviceSeconds() > 0);

            assertEquals(
                    Reason.ERROR, failed(pool, Kind.ASSERT, "wrong").outcome().reason());

            Report.Failed<Chore.Result> diverged = failed(pool, Kind.DIVERGE, "the loss became NaN");
            assertEquals(Reason.DIVERGED, diverged.outcome().reason());
            assertEquals("the loss became NaN", diverged.outcome().detail());

            Report.Failed<Chore.Result> unserialisable = failed(pool, Kind.ANSWER_THE_UNSERIALISABLE, "");
            assertEquals(Reason.ERROR, unserialisable.outcome().reason());
            assertTrue(unserialisable.outcome().detail().contains("NotSerializableException"));

            assertEquals(pid, echo(pool).pid());
        });
        assertTrue(charged(study, "evolution", "failed") > 0);
        assertBalanced(study);
    }

    @Test
    void workThatCannotTravelIsAnErrorOfItsOwn() throws Exception {
        record Local(Object field) implements Work<String> {
            @Override
            public String perform(Workplace workplace) {
                return "";
            }

            @Override
            public CostCategory category() {
                return CostCategory.TUNING;
            }

            @Override
            public String title() {
                return "unserialisable";
            }
        }
        after(1, LONG, pool -> {
            Report<String> report = pool.submit(new Assignment<>(
                            Optional.of(RUN), new Local(new Object()), Optional.empty(), ignored -> {}))
                    .get();
            Report.Failed<?> failed = assertInstanceOf(Report.Failed.class, report);
            assertEquals(Reason.ERROR, failed.outcome().reason());
            assertTrue(failed.outcome().detail().startsWith("work must be serialisable"));
            echo(pool);
        });
    }

    @Test
    void memoryThatRunsOutIsAReportInTheHeapAndInTheEngine() throws Exception {
        after(1, LONG, pool -> {
            Report.Failed<Chore.Result> heap = failed(pool, Kind.FILL_HEAP, "");
            assertEquals(
                    Reason.OUT_OF_MEMORY,
                    heap.outcome().reason(),
                    heap.outcome().detail());
            Report.Failed<Chore.Result> engine = failed(pool, Kind.FILL_NATIVE_MEMORY, "");
            assertEquals(
                    Reason.OUT_OF_MEMORY,
                    engine.outcome().reason(),
                    engine.outcome().detail());
            echo(pool);
        });
    }

    @Test
    void aHungWorkerIsEndedAndThePoolGoesOnWithANewOne() throws Exception {
        StudyResults study = after(1, Duration.ofSeconds(1), pool -> {
            long pid = echo(pool).pid();
            Report.Failed<Chore.Result> hung = failed(pool, Kind.SLEEP, "600000");
            assertEquals(Reason.HUNG, hung.outcome().reason());
            assertEquals(
                    "no sign of life for 1 s, so the worker was ended",
                    hung.outcome().detail());
            assertTrue(hung.deviceSeconds() >= 1 && hung.deviceSeconds() < 10);
            assertNotEquals(pid, echo(pool).pid());
            assertTrue(ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
        });
        assertTrue(charged(study, "evolution", "failed") >= 1);
        assertBalanced(study);
    }

    @Test
    void aLostWorkerIsReplacedOnceAndBothTriesAreCharged() throws Exception {
        StudyResults study = after(1, LONG, pool -> {
            Report.Failed<Chore.Result> lost = failed(pool, Kind.HALT, "");
            assertEquals(Reason.WORKER_LOST, lost.outcome().reason());
            assertTrue(
                    lost.outcome().detail().startsWith("the worker ended with exit code 7"),
                    lost.outcome().detail());
            Path file = folder.resolve("halted-once");
            assertInstanceOf(
                    Report.Done.class,
                    submit(pool, Kind.HALT_ONCE, file.toString()).get());
        });
        try (StudyStore store = new StudyStore(folder.resolve("study.db"))) {
            assertTrue(store.chargedSeconds(RUN, "the worker ended with exit code 7") > 0);
        }
        assertEquals(3, failedCharges());
        assertTrue(charged(study, "evolution", "failed") > 0);
        assertBalanced(study);
    }

    private int failedCharges() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("study.db"));
                ResultSet row = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT count(*) FROM charge WHERE category = 'failed' AND strategy IS NOT NULL")) {
            return row.getInt(1);
        }
    }

    @Test
    void everySecondOfTwoDevicesIsCharged() throws Exception {
        StudyResults study = after(2, Duration.ofSeconds(2), pool -> {
            List<CompletableFuture<Report<Chore.Result>>> pending = new ArrayList<>();
            for (Kind kind : List.of(Kind.ECHO, Kind.SLEEP, Kind.HALT, Kind.THROW, Kind.SAVE_TWICE, Kind.SLEEP)) {
                pending.add(submit(pool, kind, "700"));
            }
            pending.add(submit(pool, Kind.SLEEP, "60000"));
            for (CompletableFuture<Report<Chore.Result>> promise : pending) {
                promise.get();
            }
            Thread.sleep(500);
        });
        assertBalanced(study);
        Map<String, Double> byCategory = study.charges().stream()
                .collect(Collectors.groupingBy(
                        StudyResults.Charge::category, Collectors.summingDouble(StudyResults.Charge::deviceSeconds)));
        assertEquals(0.2, byCategory.get("search-validation"), 1e-6, "what work says of its split is believed");
        assertTrue(byCategory.get("search-training") > 1.8, byCategory::toString);
        assertTrue(byCategory.get("failed") > 2, byCategory::toString);
        assertTrue(byCategory.get("idle") > 0.5, byCategory::toString);
        assertEquals(
                List.of(true),
                study.sessions().stream().map(StudyResults.Session::ended).toList());
    }

    @Test
    void whatIsSavedOnTheWayIsChargedOnTheWay() throws Exception {
        after(1, LONG, pool -> {
            Report<Chore.Result> report = submit(pool, Kind.SAVE_TWICE, "x").get();
            assertTrue(report.deviceSeconds() < 0.3, "what came after the last checkpoint");
        });
        try (StudyStore store = new StudyStore(folder.resolve("study.db"))) {
            assertTrue(store.chargedSeconds(RUN, "SAVE_TWICE x") >= 0.6);
        }
    }

    @Test
    void thePoolTellsWhatItsWorkersAreAt() throws Exception {
        after(2, LONG, pool -> {
            assertEquals(List.of("waiting", "waiting"), pool.activities());
            CompletableFuture<Report<Chore.Result>> promise = submit(pool, Kind.SLEEP, "1500");
            await(() -> pool.activities().contains("SLEEP 1500: begun"));
            promise.get();
            await(() -> pool.activities().equals(List.of("waiting", "waiting")));
        });
    }

    @Test
    void whatIsCutOffByTheEndOfThePoolIsFailedAndWhatWaitedIsCancelled() throws Exception {
        List<CompletableFuture<Report<Chore.Result>>> pending = new ArrayList<>();
        List<WorkerPool> closed = new ArrayList<>();
        StudyResults study = after(1, LONG, pool -> {
            pending.add(submit(pool, Kind.SLEEP, "600000"));
            pending.add(submit(pool, Kind.ECHO, "never"));
            await(() -> pool.activities().contains("SLEEP 600000: begun"));
            Thread.sleep(1000);
            closed.add(pool);
        });
        pending.add(submit(closed.get(0), Kind.ECHO, "too late"));
        for (CompletableFuture<Report<Chore.Result>> promise : pending) {
            assertThrows(CancellationException.class, () -> promise.get(1, TimeUnit.SECONDS));
        }
        assertTrue(charged(study, "evolution", "failed") >= 1);
        assertBalanced(study);
    }

    @Test
    void whatCannotBeRecordedIsAnErrorAndStillCharged() throws Exception {
        StudyResults study = after(1, LONG, pool -> {
            CompletableFuture<Report<Chore.Result>> promise = pool.submit(
                    new Assignment<>(Optional.of(RUN), new Chore(Kind.SLEEP, "1000"), Optional.empty(), report -> {
                        throw new IllegalStateException("disk full");
                    }));
            ExecutionException thrown = assertThrows(ExecutionException.class, promise::get);
            assertEquals("disk full", thrown.getCause().getMessage());
            echo(pool);
        });
        assertTrue(charged(study, "evolution", "failed") >= 1);
        assertBalanced(study);
    }

    @Test
    void aWorkerWhoseParentWasKilledEndsByItself() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LonelyParent.class.getName(),
                        folder.resolve("study.db").toString())
                .redirectError(folder.resolve("stderr").toFile())
                .start();
        long pid;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            assertTrue(line != null, () -> lines(folder.resolve("stderr")));
            pid = Long.parseLong(line);
        }
        ProcessHandle worker = ProcessHandle.of(pid).orElseThrow();
        Thread.sleep(300);
        assertTrue(worker.isAlive());
        parent.destroyForcibly().waitFor();
        worker.onExit().get(10, TimeUnit.SECONDS);
    }

    private static String lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}

package org.nasworkbench.experiment.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.experiment.cli.Nas;
import org.nasworkbench.experiment.worker.Chore.Kind;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
@Timeout(120)
class CommandWorkerTests {
    @TempDir
    Path folder;

    /** The program of the job before has ended, and badly: that says nothing about a job that this worker did not begin. */
    @Test
    void aJobThatIsFoundUnderWayIsWaitedForAfterOneOfOurOwn() throws Exception {
        Path program = Files.writeString(
                folder.resolve("run.sh"),
                "#!/bin/sh\n'%s' -cp '%s' %s eval \"$1\" \"$2\"\nexit 3\n"
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                System.getProperty("java.class.path"),
                                Nas.class.getName()));
        assertTrue(program.toFile().setExecutable(true));
        CommandWorker worker = new CommandWorker(program, folder);
        Message.Request own = new Message.Request(new Chore(Kind.ECHO, "own"), null);
        assertInstanceOf(Message.Done.class, worker.perform("own", own, Duration.ofMinutes(1), sign -> {}));

        Message.Request found = new Message.Request(new Chore(Kind.SLEEP, "4000"), null);
        Path place = Files.createDirectories(folder.resolve(
                UUID.nameUUIDFromBytes("found".getBytes(StandardCharsets.UTF_8)).toString()));
        WorkFiles.writeRequest(found, place.resolve("request.json"));
        CompletableFuture<Boolean> elsewhere = CompletableFuture.supplyAsync(() -> {
            try {
                return Evaluation.perform(place.resolve("request.json"), place.resolve("result.json"));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        while (Evaluation.sign(place.resolve("result.json")).isEmpty()) {
            Thread.sleep(20);
        }
        Message answer = worker.perform("found", found, Duration.ofMinutes(1), sign -> {});
        assertEquals(
                ProcessHandle.current().pid(),
                ((Chore.Result) assertInstanceOf(Message.Done.class, answer).result()).pid(),
                "done by whoever had begun it");
        assertTrue(elsewhere.get());
        assertTrue(worker.isAlive());
    }
}

package org.nasworkbench.experiment.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.results.RunKey;

/** Runs over HTTP, request by request. */
@Timeout(60)
class StudyServerTests {
    private static final int MOST_LINES = 100; // each second two, where nothing changes

    @TempDir
    Path runs;

    private StudyServer server;

    @BeforeEach
    void begin() throws Exception {
        ShownStudy.record(runs.resolve("first"), 1, 3);
        ShownStudy.record(runs.resolve("second run"), 1, 4);
        server = new StudyServer(List.of(runs), 0, 50);
    }

    @AfterEach
    void end() {
        server.close();
    }

    private Socket ask(String method, String path, String host) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write((method + " " + path + " HTTP/1.1\r\nHost: " + host
                                + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private String answer(String method, String path, String host) throws IOException {
        try (Socket socket = ask(method, path, host)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String get(String path) throws IOException {
        return answer("GET", path, "localhost:" + server.port());
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ")[1]);
    }

    @Test
    void allRunsBelowAFolderAreInOneListAndEachHasItsPage() throws Exception {
        String list = get("/");
        assertEquals(200, status(list));
        assertTrue(list.contains("href=\"/run/first\"") && list.contains("href=\"/run/second%20run\""), list);
        ShownStudy.record(runs.resolve("third"), 1, 2);
        assertTrue(get("/").contains("/run/third"), "one that began later");
        String page = get("/run/second%20run");
        assertEquals(200, status(page));
        assertTrue(page.contains("data-events=\"/run/second%20run/events\""));
        assertTrue(get("/run/second%20run/events/content").contains("<main>"));
        assertFalse(get("/run/second%20run/events/content").contains("<script>"));
    }

    @Test
    void aRecordThatCannotBeReadIsShownWithTheReasonBesideTheOthers() throws Exception {
        Files.writeString(runs.resolve("first/study.db"), "this is no database, however long it is read");
        for (String path : List.of("/", "/run/first")) {
            String page = get(path);
            assertEquals(200, status(page));
            assertTrue(page.contains("first/study.db") && !page.contains("has not begun"), page);
        }
        assertEquals(200, status(get("/run/second%20run")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost", "localhost:1", "127.0.0.1.evil.example:80", ""})
    void aRequestThatNamesAnotherHostIsRefused(String host) throws Exception {
        for (String path : List.of("/", "/run/first", "/run/first/events")) {
            assertTrue(Set.of(400, 403).contains(status(answer("GET", path, host))), path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void whoeverWantsToChangeSomethingIsRefused(String method) throws Exception {
        Set<String> before = files();
        assertEquals(405, status(answer(method, "/run/first", "localhost:" + server.port())));
        assertEquals(before, files());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/run/none",
                "/run/none/events",
                "/run/..",
                "/run/..%2Ffirst",
                "/run/first/study.db",
                "/run/first/../../etc/passwd",
                "/run/%00",
                "/study.db"
            })
    void whatIsNoRunIsNotFound(String path) throws Exception {
        assertEquals(404, status(get(path)), path);
    }

    @Test
    void readingLeavesNoFileBehind() throws Exception {
        Set<String> before = files();
        get("/");
        get("/run/first");
        assertEquals(before, files());
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(runs)) {
            return new HashSet<>(all.map(Path::toString).toList());
        }
    }

    @Test
    void aPageHearsOfATrialAndOfARecordThatIsMadeAnew() throws Exception {
        try (Socket socket = ask("GET", "/run/first/events", "localhost:" + server.port())) {
            BufferedReader events =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            await(events, "retry:");
            await(events, "event: changed");
            ShownStudy.addTrial(runs.resolve("first"), new RunKey("evolution", 9), 0);
            await(events, "event: changed");
            new RunFolder(runs.resolve("first")).clear();
            await(events, "event: changed");
            assertTrue(get("/run/first").contains("has not begun"), "it stays, without its record");
            ShownStudy.beginAnew(runs.resolve("first"));
            await(events, "event: changed");
        }
    }

    private static void await(BufferedReader events, String begin) throws IOException {
        for (int lines = 0; lines < MOST_LINES; lines++) {
            String line = events.readLine();
            if (line == null || line.startsWith(begin)) {
                assertNotNull(line, begin);
                return;
            }
        }
        fail("nothing was said that begins with " + begin);
    }
}

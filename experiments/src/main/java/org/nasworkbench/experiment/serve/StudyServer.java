package org.nasworkbench.experiment.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs in a browser, on the loopback interface alone. It answers requests to read that name this machine as their host, so that a page of
 * another site cannot reach it by a name that it made point here; it changes nothing.
 */
public final class StudyServer implements AutoCloseable {
    private static final Pattern RUN = Pattern.compile("/run/([^/]+)(/events(/content)?)?");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "serve");
        thread.setDaemon(true);
        return thread;
    });
    private final RunPages pages;
    private final EventStream events;
    private final Set<String> hosts;

    /**
     * Begins to serve.
     *
     * @param folders runs, or folders with runs right below them
     * @param port 0 for any that is free
     * @param lookMillis how often to look whether a run has changed
     */
    public StudyServer(List<Path> folders, int port, long lookMillis) throws IOException {
        pages = new RunPages(new ServedRuns(folders));
        events = new EventStream(pages, lookMillis);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        hosts = Set.of("localhost:" + port(), "127.0.0.1:" + port(), "[::1]:" + port());
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().add("Cache-Control", "no-store");
            exchange.getResponseHeaders().add("Cross-Origin-Resource-Policy", "same-origin");
            exchange.getResponseHeaders().add("Content-Security-Policy", "frame-ancestors 'none'");
            if (!hosts.contains(String.valueOf(exchange.getRequestHeaders().getFirst("Host")))) {
                send(exchange, 403, "the host must be one of " + hosts);
            } else if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, 405, "only GET is answered: nothing can be changed here");
            } else {
                route(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void route(HttpExchange exchange) throws IOException, InterruptedException {
        String path = exchange.getRequestURI().getRawPath();
        Matcher run = RUN.matcher(path);
        if (path.equals("/")) {
            send(exchange, 200, pages.list());
        } else if (!run.matches()) {
            send(exchange, 404, "there is nothing at " + path);
        } else if (run.group(2) == null || run.group(3) != null) {
            Optional<String> page = pages.page(name(run), run.group(3) != null);
            send(exchange, page.isPresent() ? 200 : 404, page.orElse("there is no run " + name(run)));
        } else if (pages.mark(name(run)).isEmpty()) {
            send(exchange, 404, "there is no run " + name(run));
        } else {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            events.serve(name(run), exchange.getResponseBody());
        }
    }

    private static String name(Matcher run) {
        return URLDecoder.decode(run.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Pages are HTML; what went wrong is plain text. */
    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .add("Content-Type", (status == 200 ? "text/html" : "text/plain") + "; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}

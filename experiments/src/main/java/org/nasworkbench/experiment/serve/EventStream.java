package org.nasworkbench.experiment.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells a page when its run has changed, as server-sent events, until the page is closed. */
final class EventStream {
    private static final int SILENT_LOOKS = 10;

    private final RunPages pages;
    private final long lookMillis;

    /** @param lookMillis how long to wait between two looks at a run */
    EventStream(RunPages pages, long lookMillis) {
        this.pages = pages;
        this.lookMillis = lookMillis;
    }

    /** Says the mark of the run at once, and again whenever it is another one; returns when nobody reads any more, or the run is gone. */
    void serve(String name, OutputStream out) throws IOException, InterruptedException {
        say(out, "retry: " + lookMillis);
        String shown = "";
        Optional<String> now = pages.mark(name);
        for (int looks = 1; now.isPresent(); looks++) {
            if (!now.get().equals(shown)) {
                shown = now.get();
                say(out, "event: changed\ndata: " + shown);
            } else if (looks % SILENT_LOOKS == 0) {
                say(out, ": still the same"); // a page that was closed is noticed by writing to it
            }
            Thread.sleep(lookMillis);
            now = pages.mark(name);
        }
    }

    private static void say(OutputStream out, String event) throws IOException {
        out.write((event + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}

package org.nasworkbench.figures.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scripts of a report: Vega, Vega-Lite and Vega-Embed as their authors built them, then our own. The page's policy names them by their
 * digests, so that a browser runs these and no other.
 */
final class Scripts {
    private static final List<String> ALL = Stream.concat(
                    Stream.of("vega", "vega-lite", "vega-embed").map(name -> "vendor/" + name + ".min.js"),
                    Stream.of("page", "charts", "network", "trials", "price", "report")
                            .map(name -> "script/" + name + ".js"))
            .map(Resource::text)
            .toList();

    private Scripts() {}

    static void write(Html html) {
        ALL.forEach(script -> html.open("script").own(script).close());
    }

    /** The sources of scripts that the page's policy allows. */
    static String policy() {
        return ALL.stream().map(Scripts::digest).collect(Collectors.joining(" "));
    }

    private static String digest(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK must know SHA-256", e);
        }
    }
}

package org.nasworkbench.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What this program is. */
public final class Workbench {
    private Workbench() {}

    /** The version, and the revision of the source where the build knew it. */
    public static String version() {
        Properties properties = new Properties();
        try (InputStream in = Workbench.class.getResourceAsStream("workbench.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    /** The project's folder of studies, where relative paths in them begin; the working directory where that is not beside the code. */
    public static Path studies() {
        try {
            Path code = Path.of(Workbench.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path module = code.resolve("../..").normalize();
            return Files.exists(module.resolve("pom.xml"))
                    ? module
                    : Path.of("").toAbsolutePath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the JVM must name where classes are from", e);
        }
    }
}

package org.nasworkbench.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
}

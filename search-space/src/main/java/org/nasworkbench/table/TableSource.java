package org.nasworkbench.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Where the rows of a table are: in a file of the user's, or shipped with the workbench. */
public sealed interface TableSource {
    /** The bytes, gzipped or not. */
    InputStream open() throws IOException;

    /** SHA-256 of the bytes, in hexadecimal digits. */
    default String digest() {
        try (InputStream in = open()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(in.readAllBytes()));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("a table must be readable, but " + this + " is not: " + e.getMessage(), e);
        }
    }

    /** A file of the user's. */
    record File(Path path) implements TableSource {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** Shipped, under this name. */
    record Shipped(String name) implements TableSource {
        @Override
        public InputStream open() {
            return TableSource.class.getResourceAsStream(name);
        }

        @Override
        public String toString() {
            return "the shipped table " + name;
        }
    }
}

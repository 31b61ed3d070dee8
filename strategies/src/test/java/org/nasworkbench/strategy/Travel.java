package org.nasworkbench.strategy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

/** What becomes of a message between processes. */
final class Travel {
    private Travel() {}

    /** A copy by way of bytes. */
    @SuppressWarnings("unchecked")
    static <T> T of(T message) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes(message)))) {
            return (T) in.readObject();
        }
    }

    static byte[] bytes(Object message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(message);
        }
        return bytes.toByteArray();
    }
}

package org.nasworkbench.experiment.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.Serializable;
import org.nasworkbench.strategy.Strategies;
import org.nasworkbench.work.MessageFilter;

/** How serialised work and results are read, wherever they come from. */
public final class Incoming {
    private Incoming() {}

    /** A stream from which nothing comes but plain data and classes of the workbench and of the strategies on the class path. */
    public static ObjectInputStream open(InputStream in) throws IOException {
        return new MessageFilter(Strategies.providers().values()).open(in);
    }

    /** Why something could not be read: the filter's word where it refused it. */
    static String reason(Throwable failure) {
        boolean refused = failure instanceof IOException && failure.getCause() instanceof IllegalArgumentException;
        return refused ? failure.getCause().getMessage() : failure.toString();
    }

    /**
     * Reads a message whole.
     *
     * @throws IOException if it is none, or holds what is not admitted; the message says what
     */
    public static Serializable read(InputStream in) throws IOException {
        try (ObjectInputStream objects = open(in)) {
            return (Serializable) objects.readObject();
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            throw new IOException(reason(e), e);
        }
    }
}

package org.nasworkbench.results;

import java.sql.SQLException;
import java.util.Optional;

/** The study's record could not be read or written; the message is one line that says which, why and what helps. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreException(String what, SQLException cause) {
        super(what, cause);
    }

    /** The failure of a record that a failure is, or was caused by. */
    public static Optional<StoreException> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}

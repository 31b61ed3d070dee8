package org.nasworkbench.results;

import java.sql.SQLException;

/** The study's database could not be read or written. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreException(String what, SQLException cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}

package stranger;

import java.io.Serializable;

/** A class that is neither the workbench's nor a plug-in's, and runs code of its own where it is read. */
public final class Trap implements Serializable {
    private static final long serialVersionUID = 1;
    private static boolean sprung;

    /** Whether its code ran. */
    public static boolean sprung() {
        return sprung;
    }

    private Object readResolve() {
        sprung = true;
        return this;
    }
}

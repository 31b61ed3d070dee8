package org.nasworkbench.strategy;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

/**
 * Does each piece of work once, and answers the same again from memory, checkpoint included: for tests of what strategies make of work
 * that takes long. That the work itself repeats to the bit is for its own tests to show.
 */
public final class WorkMemory {
    private record Done(Serializable result, byte[] checkpoint) {}

    private final Map<ByteBuffer, Done> done = new HashMap<>();

    synchronized Serializable perform(Work<?> work, Workplace place) throws Exception {
        Path checkpoint = place.checkpoint().orElseThrow();
        ByteBuffer key = ByteBuffer.wrap(Travel.bytes(work));
        Done known = done.get(key);
        if (known == null) {
            Serializable result = Travel.of(Travel.of(work).perform(place));
            done.put(key, new Done(result, Files.exists(checkpoint) ? Files.readAllBytes(checkpoint) : null));
        } else if (known.checkpoint() != null) {
            Files.write(checkpoint, known.checkpoint());
        }
        return Travel.of(done.get(key).result());
    }
}

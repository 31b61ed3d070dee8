package org.nasworkbench.experiment.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.nasworkbench.evaluation.Outcome.Reason;
import org.nasworkbench.work.WholeFile;
import org.nasworkbench.work.Work;

/**
 * A piece of work and its result as files: JSON that says what it is about, with the work or the result itself as a serialised object in
 * it. Files appear whole or not at all. Whoever may write a request may have this program do things: requests are as trusted as it is.
 */
final class WorkFiles {
    private static final String REQUEST = "nas-request-1";
    private static final String RESULT = "nas-result-1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private WorkFiles() {}

    static void writeRequest(Message.Request request, Path file) throws IOException {
        ObjectNode json = JSON.createObjectNode()
                .put("format", REQUEST)
                .put("title", request.work().title());
        json.put("category", request.work().category().label());
        json.put("checkpoint", request.checkpoint());
        write(json.put("work", serialised(request.work())), file);
    }

    /**
     * Reads a request.
     *
     * @throws IllegalArgumentException if it is none, or one of another version
     */
    static Message.Request readRequest(Path file) throws IOException {
        JsonNode json = read(file, REQUEST);
        if (!(object(json.path("work"), file) instanceof Work<?> work)) {
            throw new IllegalArgumentException("a request must hold a piece of work, but " + file + " does not");
        }
        return new Message.Request(work, json.path("checkpoint").textValue());
    }

    /** Writes how it ended, {@link Message.Done} or {@link Message.Failed}. */
    static void writeResult(Message answer, double deviceSeconds, Path file) throws IOException {
        ObjectNode json = JSON.createObjectNode().put("format", RESULT);
        if (answer instanceof Message.Done done) {
            json.put("outcome", "done").put("result", serialised(done.result()));
        } else if (answer instanceof Message.Failed failed) {
            json.put("outcome", "failed");
            json.put("reason", failed.reason().name()).put("detail", failed.detail());
        }
        write(json.put("device_s", deviceSeconds), file);
    }

    /**
     * Reads how it ended.
     *
     * @throws IllegalArgumentException if the file holds no result, or one of another version
     */
    static Message readResult(Path file) throws IOException {
        JsonNode json = read(file, RESULT);
        return json.path("outcome").asText().equals("done")
                ? new Message.Done((Serializable) object(json.path("result"), file))
                : new Message.Failed(
                        Reason.valueOf(json.path("reason").asText()),
                        json.path("detail").textValue());
    }

    static void write(JsonNode json, Path file) throws IOException {
        WholeFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    }

    private static JsonNode read(Path file, String format) throws IOException {
        JsonNode json = JSON.readTree(Files.readAllBytes(file));
        if (!json.path("format").asText().equals(format)) {
            throw new IllegalArgumentException("the file must have the format " + format + ", but " + file + " has '"
                    + json.path("format").asText() + "'");
        }
        return json;
    }

    private static String serialised(Serializable object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static Object object(JsonNode text, Path file) throws IOException {
        try (ObjectInputStream in =
                Incoming.open(new ByteArrayInputStream(Base64.getDecoder().decode(text.asText())))) {
            return in.readObject();
        } catch (ClassNotFoundException | IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "a request and its result must come from this version of the workbench and plug-ins that are on its class"
                            + " path, but " + file + " cannot be read: " + e,
                    e);
        }
    }
}

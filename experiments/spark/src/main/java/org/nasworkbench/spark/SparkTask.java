package org.nasworkbench.spark;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.resource.ResourceInformation;
import org.nasworkbench.evaluation.Outcome.Reason;
import org.nasworkbench.experiment.worker.Message;
import org.nasworkbench.experiment.worker.WorkerProcess;

/**
 * Does a piece of work on a machine of the cluster, in a worker process like any other: a hang or a lack of memory ends that process, not
 * the executor. Processes are kept for the next task with the same devices; they end with the executor.
 *
 * @param patience longest time without a sign of life
 */
record SparkTask(Duration patience) implements Function<Message.Request, Message> {
    private static final Map<Map<String, String>, ConcurrentLinkedQueue<WorkerProcess>> IDLE =
            new ConcurrentHashMap<>();

    @Override
    public Message call(Message.Request request) throws Exception {
        ConcurrentLinkedQueue<WorkerProcess> idle =
                IDLE.computeIfAbsent(devices(), key -> new ConcurrentLinkedQueue<>());
        WorkerProcess worker = idle.poll();
        if (worker == null || !worker.isAlive()) {
            worker = new WorkerProcess(new WorkerProcess.Start(List.of(), classPath(), devices()));
        }
        try {
            Message answer = worker.perform("", request, patience, sign -> {});
            if (answer instanceof Message.Failed failed && failed.reason() == Reason.OUT_OF_MEMORY) {
                worker.close();
            }
            return answer;
        } catch (InterruptedException e) {
            worker.close(); // cancelled: it must not go on writing its checkpoint
            throw e;
        } finally {
            if (worker.isAlive()) {
                idle.add(worker);
            }
        }
    }

    /** The GPUs that Spark has set aside for this task are all that the worker process sees. */
    private static Map<String, String> devices() {
        ResourceInformation gpus = TaskContext.get().resourcesJMap().get("gpu");
        return gpus == null ? Map.of() : Map.of("CUDA_VISIBLE_DEVICES", String.join(",", gpus.addresses()));
    }

    /** The jars that came with the application. */
    private static String classPath() throws IOException, URISyntaxException {
        List<String> entries = new ArrayList<>();
        for (ClassLoader loader = Thread.currentThread().getContextClassLoader();
                loader instanceof URLClassLoader urls;
                loader = loader.getParent()) {
            for (URL url : urls.getURLs()) {
                entries.add(Path.of(url.toURI()).toString());
            }
        }
        if (entries.isEmpty()) {
            return System.getProperty("java.class.path"); // master local: this is the study's own process
        }
        return String.join(File.pathSeparator, entries);
    }
}

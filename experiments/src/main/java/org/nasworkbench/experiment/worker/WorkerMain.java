package org.nasworkbench.experiment.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The main class of a worker process: reads requests from standard input, answers on standard output. Ends when standard input
 * does, even in the middle of work: a worker whose parent was killed must not go on, since the checkpoint that it writes is the
 * next worker's.
 */
public final class WorkerMain {
    private final ObjectOutputStream out;
    private final Performer performer = new Performer();

    private WorkerMain(PrintStream answers) throws IOException {
        out = new ObjectOutputStream(new BufferedOutputStream(answers));
        out.flush();
    }

    /** Runs the worker. */
    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err);
        WorkerMain worker = new WorkerMain(answers);
        BlockingQueue<Message.Request> requests = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> read(System.in, requests), "requests");
        reader.setDaemon(true);
        reader.start();
        worker.say(new Message.Progress(0, "ready"));
        while (true) {
            worker.answer(requests.take());
        }
    }

    private static void read(InputStream requests, BlockingQueue<Message.Request> queue) {
        try (ObjectInputStream in = Incoming.open(new BufferedInputStream(requests))) {
            while (true) {
                queue.add((Message.Request) in.readObject());
            }
        } catch (EOFException e) {
            vanish();
        } catch (IOException | ClassNotFoundException | RuntimeException | Error e) {
            System.err.println("a request could not be read: " + Incoming.reason(e));
            Runtime.getRuntime().halt(1);
        }
    }

    /**
     * Ends the process at once, by the signal where there is one: halting runs the engine's exit handlers, which pull its memory
     * from under work that is still running in it.
     */
    private static void vanish() {
        String self = Long.toString(ProcessHandle.current().pid());
        try {
            new ProcessBuilder("kill", "-KILL", self).start().waitFor();
        } catch (IOException e) {
            // a platform without signals
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }

    private void answer(Message.Request request) throws IOException {
        say(performer.perform(request, this::tell));
    }

    private void tell(Message message) {
        try {
            say(message);
        } catch (IOException e) {
            throw new UncheckedIOException("the parent process has gone", e);
        }
    }

    private void say(Message message) throws IOException {
        out.writeObject(message);
        out.reset();
        out.flush();
    }
}

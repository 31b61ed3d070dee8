package org.nasworkbench.experiment.worker;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.nasworkbench.network.Devices;
import org.nasworkbench.network.TrainingDivergedException;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

/**
 * Small work for tests of the pool; the result is the process that did it.
 *
 * @param text what it is about, if it is about anything
 */
record Chore(Kind kind, String text) implements Work<Chore.Result> {
    enum Kind {
        ECHO,
        THROW,
        ASSERT,
        DIVERGE,
        FILL_HEAP,
        FILL_NATIVE_MEMORY,
        SLEEP,
        HALT,
        /** Ends its process if the file named by the text is not there, and makes it. */
        HALT_ONCE,
        ANSWER_THE_UNSERIALISABLE,
        SAVE_TWICE
    }

    record Result(String text, long pid, Object more) implements Serializable {}

    @Override
    public Result perform(Workplace workplace) throws Exception {
        workplace.progress(0, "begun");
        Object more = "";
        switch (kind) {
            case ECHO -> {}
            case THROW -> throw new IllegalStateException(text);
            case ASSERT -> throw new AssertionError(text);
            case DIVERGE -> throw new TrainingDivergedException(text);
            case FILL_HEAP -> more = new long[Integer.MAX_VALUE - 8][64].length;
            case FILL_NATIVE_MEMORY -> fillNativeMemory();
            case SLEEP -> Thread.sleep(Long.parseLong(text));
            case HALT -> Runtime.getRuntime().halt(7);
            case HALT_ONCE -> haltOnce(Path.of(text));
            case ANSWER_THE_UNSERIALISABLE -> more = new Object();
            case SAVE_TWICE -> {
                for (int i = 0; i < 2; i++) {
                    Thread.sleep(300);
                    workplace.saved();
                }
            }
        }
        return new Result(text, ProcessHandle.current().pid(), more);
    }

    private static void fillNativeMemory() {
        try (NDManager manager = Devices.newManager()) {
            manager.zeros(new Shape(1_000_000, 1_000_000));
        }
    }

    private static void haltOnce(Path file) throws Exception {
        if (!Files.exists(file)) {
            Files.createFile(file);
            Runtime.getRuntime().halt(7);
        }
    }

    @Override
    public CostCategory category() {
        return CostCategory.SEARCH_TRAINING;
    }

    @Override
    public Map<CostCategory, Double> split(Result result) {
        return kind == Kind.SLEEP ? Map.of(CostCategory.SEARCH_VALIDATION, 0.1) : Map.of();
    }

    @Override
    public String title() {
        return kind + " " + text;
    }
}

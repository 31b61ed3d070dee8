package org.nasworkbench.experiment.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * This very process as the only device: for debuggers and profilers. The engine trains one network at a time in a process, so there
 * is one device; work that hangs or takes all memory takes the study with it.
 */
final class InProcessExecutor implements Executor {
    @Override
    public int devices() {
        return 1;
    }

    @Override
    public Worker start(int device) {
        Performer performer = new Performer();
        return new Worker() {
            @Override
            public Message perform(String key, Message.Request request, Duration patience, Consumer<Message> signs) {
                return performer.perform(request, signs);
            }

            @Override
            public boolean isAlive() {
                return true;
            }

            @Override
            public void close() {}
        };
    }

    /** The plug-in. */
    public static final class Provider implements ExecutorProvider {
        @Override
        public String name() {
            return "in-process";
        }

        @Override
        public String setting() {
            return "";
        }

        @Override
        public void require(int devices, String setting) {
            if (devices != 1 || !setting.isEmpty()) {
                throw new IllegalArgumentException(
                        "one process trains one network at a time: in-process takes no number"
                                + " above 1 and no setting, but had " + devices + " and '" + setting + "'");
            }
        }

        @Override
        public Executor open(int devices, String setting, Path folder) {
            return new InProcessExecutor();
        }
    }
}

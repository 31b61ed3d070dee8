package org.nasworkbench.latency.command;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.LongSupplier;
import org.nasworkbench.latency.Platform;
import org.nasworkbench.space.Network;

/**
 * A device that the user's program times networks on: a phone, a board, a car's computer. A call of the program is dear, so all that it
 * printed is handed out, one after the other, before it is called again; warming up is left to the program.
 *
 * @param mostRounds after which no more timings are taken
 */
record CommandPlatform(TimingProgram program, int mostRounds) implements Platform {
    static final String NAME = "command";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "timed by a program that was given float32 models: " + program.command();
    }

    @Override
    public Runner prepare(Network network) {
        return new Called(program, network, new ArrayDeque<>());
    }

    /**
     * A network and what the program printed for it.
     *
     * @param timings not yet handed out, ms
     */
    private record Called(TimingProgram program, Network network, Queue<Double> timings) implements Runner {
        /** Nothing: the program warms up, and a timing is not thrown away. */
        @Override
        public double run() {
            return 0;
        }

        @Override
        public double millis(LongSupplier nanoseconds) {
            if (timings.isEmpty()) {
                timings.addAll(program.time(network));
            }
            return timings.remove();
        }

        @Override
        public void close() {}
    }
}

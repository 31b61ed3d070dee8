package org.nasworkbench.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What all have in common: a search of so many evaluations is one invocation; one thread on a virtual machine that sees one core.
 * The problem has 20 decisions of 13 options, and the sum of the choices is to be large.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1", "-Xmx1g", "-Djava.awt.headless=true"})
public abstract class SearchBenchmark {
    /** As many as in the paper on regularized evolution. */
    static final int EVALUATIONS = 20_000;

    static final int DECISIONS = 20;
    static final int OPTIONS = 13;

    /** Whoever draws gets this seed. */
    static final long SEED = 1;
}

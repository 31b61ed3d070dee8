package org.nasworkbench.latency;

/** Offers {@link OnnxRuntimePlatform}, with as many threads as there are cores. */
public final class OnnxRuntimeProvider implements PlatformProvider {
    @Override
    public String name() {
        return OnnxRuntimePlatform.NAME;
    }

    @Override
    public Platform open(PlatformChoice choice) {
        return new OnnxRuntimePlatform(choice.threads());
    }

    @Override
    public int mostThreads() {
        return Runtime.getRuntime().availableProcessors();
    }
}

package org.nasworkbench.latency;

/** Offers {@link MacsPlatform}. */
public final class MacsProvider implements PlatformProvider {
    @Override
    public String name() {
        return MacsPlatform.NAME;
    }

    @Override
    public Platform open(PlatformChoice choice) {
        return new MacsPlatform();
    }
}

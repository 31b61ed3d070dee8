package org.nasworkbench.latency;

/** Offers {@link DjlPlatform}, which is measured with one thread. */
public final class DjlProvider implements PlatformProvider {
    @Override
    public String name() {
        return DjlPlatform.NAME;
    }

    @Override
    public Platform open(PlatformChoice choice) {
        return new DjlPlatform();
    }
}

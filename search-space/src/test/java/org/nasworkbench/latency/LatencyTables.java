package org.nasworkbench.latency;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.task.SegmentationData;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.work.Workplace;

/** Tables for tests, measured on a platform that is no device. */
final class LatencyTables {
    static final ChainSpace SPACE = SearchSpaces.chain("squeezenas-small", 0.25, 1, 5, new Shape(3, 48, 64));

    static final LatencyProtocol PROTOCOL = new LatencyProtocol(3, 6, 3, 0.02, 0.2, 5);

    private LatencyTables() {}

    static LatencyTable build(ChainSpace space, FakePlatform platform) throws IOException {
        return build(space, platform, PROTOCOL, Workplace.bare());
    }

    static LatencyTable build(ChainSpace space, FakePlatform platform, LatencyProtocol protocol, Workplace workplace)
            throws IOException {
        return new LatencyBuild(space, PlatformChoice.of(platform.name()), protocol)
                .on(platform, platform::nanos, workplace);
    }

    /** A place that keeps a checkpoint and ends the work after so many rounds, as an interruption would. */
    static Workplace keeping(Path checkpoint, int rounds) {
        return keeping(checkpoint, rounds, why -> {});
    }

    /** The same, listening for what is lost. */
    static Workplace keeping(Path checkpoint, int rounds, Consumer<String> lost) {
        return new Workplace() {
            private int saved;

            @Override
            public void progress(double fraction, String note) {}

            @Override
            public Optional<Path> checkpoint() {
                return Optional.of(checkpoint);
            }

            @Override
            public void saved() {
                if (++saved == rounds) {
                    throw new IllegalStateException("cut off");
                }
            }

            @Override
            public void lost(String why) {
                lost.accept(why);
            }

            @Override
            public SegmentationData data(SegmentationTask task) {
                return task.load();
            }
        };
    }
}

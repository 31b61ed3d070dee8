package org.nasworkbench.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nasworkbench.latency.LatencyBuild;
import org.nasworkbench.latency.LatencyProtocol;
import org.nasworkbench.latency.LatencyTable;
import org.nasworkbench.latency.Platform;
import org.nasworkbench.latency.PlatformChoice;
import org.nasworkbench.latency.Platforms;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.NetworkBuilder;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.work.Workplace;

/** A platform of a user's own is one short file and one line in {@code META-INF/services}; docs/platforms.md shows it. */
class OwnPlatformTests {
    private static final Path SOURCE = Path.of("src/test/java/example/SystolicArray.java");
    private static final Path PAGE = Path.of("../docs/platforms.md");
    private static final String MARKER = "<!-- example: experiments/src/test/java/example/SystolicArray.java -->";

    @Test
    void itsTimesAreThoseOfItsModel() {
        NetworkBuilder network = new NetworkBuilder(new Shape(64, 10, 10));
        network.pointwise("wide", 0, 100);
        Platform array = Platforms.open(new PlatformChoice("systolic-array", 1, Map.of("side", "32")));
        double millis = array.prepare(network.build()).millis(System::nanoTime);
        assertEquals(2 * 4 * 100 / 2e6, millis, 1e-12, "2 x 4 tiles at 100 pixels and 2 GHz");
    }

    @Test
    void aTableIsBuiltOnIt() throws Exception {
        ChainSpace space = SearchSpaces.chain("squeezenas-small", 0.25, 1, 5, new Shape(3, 32, 32));
        LatencyTable table = new LatencyBuild(space, PlatformChoice.of("systolic-array"), LatencyProtocol.STANDARD)
                .perform(Workplace.bare());
        assertTrue(table.projected());
        assertEquals(0, table.check().meanAbsoluteError(), 1e-9);
    }

    @Test
    void thePageShowsItToTheLetter() throws Exception {
        String shown = MARKER + "\n```java\n" + Files.readString(SOURCE) + "```\n";
        assertTrue(
                Files.readString(PAGE).replace("\r\n", "\n").contains(shown),
                "docs/platforms.md must hold the line\n" + MARKER + "\nthen a ```java block that is " + SOURCE
                        + " to the letter");
    }
}

package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A space out of a file, from its look to a search with shared weights and to its reproduction where the file is not. */
class OwnSpaceRunTests {
    private static final String SPACE = """
            name: my-space
            stem: 8
            stages: [{channels: 8, blocks: 1, stride: 1}, {channels: 16, blocks: 2, stride: 2}]
            tap: 1
            options: [k3_e1, k7_e3, skip]
            middle: 16
            """;

    @TempDir
    Path folder;

    @Test
    void itIsLookedAtSearchedAndSearchedAgain() throws Exception {
        Path space = Files.writeString(folder.resolve("my-space.yaml"), SPACE);
        Ended count = Ended.nas("space", "count", space.toString());
        assertEquals("27" + System.lineSeparator(), count.out(), count::toString);

        TinyStudy tiny = TinyStudy.in(folder, 2, "type: squeezenas, epochs: 2, warmup-epochs: 1, samples: 2");
        String text = Files.readString(tiny.file());
        Files.writeString(tiny.file(), text.replaceFirst("space: .*", "space: {file: my-space.yaml}"));
        Path run = folder.resolve("run");
        Ended ended = Ended.nas(tiny.run(run, "--set", "latency.platform=macs", "--set", "fidelity.genotypes=0"));
        assertEquals(0, ended.code(), ended::toString);
        assertTrue(Files.readString(run.resolve("trials.csv")).contains("k7_e3"));

        Files.delete(space);
        Ended again = Ended.nas(
                "reproduce", run.toString(), "--out", folder.resolve("again").toString());
        assertEquals(0, again.code(), again::toString);
        assertTrue(again.out().contains("identical"), again::out);
    }
}

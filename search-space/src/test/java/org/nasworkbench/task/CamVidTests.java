package org.nasworkbench.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Reads the real CamVid where the user has it: {@code -Dcamvid.directory=...}, or {@code shared/data/camvid} beside the project. */
class CamVidTests {
    private static final double[] TRAIN_SHARES = {.168, .232, .010, .318, .045, .097, .012, .011, .059, .006, .003};

    @Test
    void hasThePublishedSplitsAndClassShares() {
        Path directory = Path.of(System.getProperty("camvid.directory", "../../shared/data/camvid"));
        assumeTrue(
                Files.isRegularFile(directory.resolve("train.txt")),
                "CamVid is not at " + directory.toAbsolutePath() + "; give -Dcamvid.directory to run this test");
        SegmentationData data =
                LabelledFolder.camVid(directory.toString(), 90, 120).load();

        assertEquals(
                367, data.part(Split.WEIGHTS).size() + data.part(Split.SEARCH).size());
        assertEquals(294, data.part(Split.WEIGHTS).size());
        assertEquals(101, data.part(Split.VALIDATION).size());
        assertEquals(233, data.part(Split.TEST).size());
        long[] weights = data.weights().labelCounts(11);
        long[] search = data.search().labelCounts(11);
        double pixels = 367.0 * 90 * 120;
        for (int c = 0; c < 11; c++) {
            assertEquals(TRAIN_SHARES[c], (weights[c] + search[c]) / pixels, 0.01, "share of class " + c);
        }
        assertEquals(
                0.961, (Arrays.stream(weights).sum() + Arrays.stream(search).sum()) / pixels, 0.01);
    }
}

package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nasworkbench.experiment.cli.Ended.nas;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class PredictCommandTests {
    @TempDir
    static Path folder;

    @Test
    void whatAFoundNetworkPredictsIsDrawnBesideValidationImages() throws Exception {
        Path run = folder.resolve("out");
        assertEquals(
                0, nas(TinyStudy.in(folder, 2, "type: random-search").run(run)).code());
        Path file = folder.resolve("predictions.svg");
        String[] words = {
            "predict", run.toString(), "--strategy", "random-search", "--images", "2", "--figure", file.toString()
        };
        Ended ended = nas(words);
        assertEquals(0, ended.code(), ended::err);
        assertTrue(ended.out().contains("validation-"), ended::out);
        assertTrue(ended.out().contains("synthetic driving scenes"), ended::out);
        String drawn = Files.readString(file);
        assertEquals(0, nas(words).code());
        assertTrue(drawn.equals(Files.readString(file)), "the same network predicts the same");
    }
}

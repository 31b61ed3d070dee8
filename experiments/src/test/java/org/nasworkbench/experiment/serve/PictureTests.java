package org.nasworkbench.experiment.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.experiment.run.RunFolder;

/** Pictures for the documents, of a real run: {@code -Dpictures=docs/pictures -Dpictures.run=runs/quickstart}. */
@Tag("slow")
@EnabledIfSystemProperty(named = "pictures", matches = ".+", disabledReason = "takes pictures where asked to")
class PictureTests {
    private static final Path FOLDER = Path.of(System.getProperty("pictures", "."));
    private static final Path RUN = Path.of(System.getProperty("pictures.run", "."));

    @TempDir
    Path place;

    @Test
    void reportAndLivePage() throws Exception {
        try (Browser browser = new Browser(place.resolve("profile"));
                StudyServer server = new StudyServer(List.of(RUN), 0, 1000)) {
            browser.open(new RunFolder(RUN).report().toUri().toString());
            browser.picture(FOLDER.resolve("report.png"), 1100, 1900);
            browser.scrollTo("#price");
            browser.picture(FOLDER.resolve("report-price.png"), 1100, 700);
            browser.emulate("screen", true);
            browser.open("http://localhost:" + server.port() + "/run/" + RUN.getFileName());
            browser.scrollTo("#trials");
            browser.picture(FOLDER.resolve("live-dark.png"), 1100, 1250);
            assertEquals(List.of(), browser.errors());
        }
    }
}

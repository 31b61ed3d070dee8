package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.nasworkbench.experiment.study.InvalidStudyException;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.results.ExportedStudy;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyResults;

/** What a run's folder tells: its record, or where that is not there, the tables and the manifest beside it. */
public final class RecordedRun {
    private RecordedRun() {}

    /**
     * Reads the folder.
     *
     * @throws IllegalArgumentException if it holds neither
     * @throws InvalidStudyException if there is no record, and this version cannot read the manifest's study
     */
    public static StudyResults read(RunFolder folder) throws IOException, InvalidStudyException {
        if (folder.holdsRun() || !Files.exists(folder.manifest())) {
            return StoredStudy.read(folder.store());
        }
        RunManifest manifest = RunManifest.read(folder);
        Map<String, String> facts = StudyFactSheet.of(study(manifest, folder));
        facts.put("latency times", manifest.projected() ? "projected" : "measured");
        return ExportedStudy.read(folder.root(), facts);
    }

    /** The images that a study names need not be here to read what came out of it. */
    private static Study study(RunManifest manifest, RunFolder folder) throws IOException, InvalidStudyException {
        try {
            return manifest.study(folder, List.of());
        } catch (InvalidStudyException e) {
            if (e.problems().stream().noneMatch(problem -> problem.key().equals("task.dir"))) {
                throw e;
            }
            Path images = Files.createTempDirectory("nas-no-images");
            Path list = Files.createFile(images.resolve("train.txt"));
            try {
                return manifest.study(folder, List.of("task.dir=" + images.toAbsolutePath()));
            } finally {
                Files.delete(list);
                Files.delete(images);
            }
        }
    }
}

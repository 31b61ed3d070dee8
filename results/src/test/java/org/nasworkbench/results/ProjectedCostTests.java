package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The article's arithmetic: golden numbers. */
class ProjectedCostTests {
    @Test
    void aThousandTrainingsAreAThousandGpuDaysAndSeventyThousandDollars() {
        assertEquals(new ProjectedCost(1000, 70_000), ProjectedCost.ARTICLE_STAND_ALONE);
        assertEquals(new ProjectedCost(1000, 70_000), ProjectedCost.of(1000, ProjectedCost.ARTICLE));
    }

    @Test
    void aSupernetIsTenGpuDaysAndSevenHundredDollars() {
        assertEquals(new ProjectedCost(10, 700), ProjectedCost.ARTICLE_SUPERNET);
    }

    @Test
    void assumptionsScaleBothNumbers() {
        assertEquals(new ProjectedCost(10, 480), ProjectedCost.of(20, new Projection(0.5, 48, 10, "x")));
    }

    @Test
    void sharedWeightsCostASupernetAndStandAloneTrainingsComeOnTop(@TempDir Path folder) throws Exception {
        RecordedStudy.small(folder.resolve("study.db"));
        List<ProjectedRun> runs = ProjectedRun.of(StoredStudy.read(folder.resolve("study.db")));
        assertEquals(
                new ProjectedRun("supernet", 1, 2, new ProjectedCost(2, 140), new ProjectedCost(10, 700)), runs.get(0));
        assertEquals(new ProjectedCost(12, 840), runs.get(0).total());
        assertEquals(
                new ProjectedRun("evolution", 1, 3, new ProjectedCost(3, 210), new ProjectedCost(0, 0)),
                runs.get(2),
                "a repeated network is trained once");
    }
}

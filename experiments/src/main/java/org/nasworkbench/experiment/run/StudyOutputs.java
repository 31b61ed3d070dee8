package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.nasworkbench.figures.Figure;
import org.nasworkbench.figures.FigureFiles;
import org.nasworkbench.figures.Figures;
import org.nasworkbench.figures.Format;
import org.nasworkbench.figures.report.Report;
import org.nasworkbench.figures.report.ReportDocuments;
import org.nasworkbench.results.LedgerBalance;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyTables;

/** Writes tables, figures and report from what is stored. */
public final class StudyOutputs {
    private StudyOutputs() {}

    /** Writes everything into the folder of the run; returns what was read. */
    public static StudyResults write(RunFolder folder) throws IOException {
        return write(folder, folder, Format.PICTURES);
    }

    /** The same into another folder, which must exist, with figures in some formats only. */
    public static StudyResults write(RunFolder folder, RunFolder into, Set<Format> formats) throws IOException {
        StudyResults results = StoredStudy.read(folder.store());
        StudyTables.write(results, into.root());
        for (Figure figure : Figures.of(results)) {
            FigureFiles.write(figure, results, into.figures(), formats);
        }
        Report.write(results, Figures.of(results), into.report(), documents(results, folder));
        return results;
    }

    /** What a report of a run shows beside its results. */
    public static ReportDocuments documents(StudyResults results, RunFolder folder) throws IOException {
        return new ReportDocuments(
                balance(results),
                text(folder.manifest()),
                text(folder.reproduction()),
                StoredStudy.series(folder.store()));
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** How the ledger's sum compares with devices x wall-clock, in one sentence. */
    public static String balance(StudyResults results) {
        LedgerBalance balance = LedgerBalance.of(results);
        return String.format(
                Locale.ROOT,
                "Ledger: %.1f device-seconds in all categories against %.1f devices x wall-clock (%.2f %% apart).",
                balance.totalDeviceSeconds(),
                balance.wallDeviceSeconds(),
                100 * balance.relativeError());
    }
}

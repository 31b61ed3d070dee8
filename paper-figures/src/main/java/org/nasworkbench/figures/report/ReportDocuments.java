package org.nasworkbench.figures.report;

import java.util.List;
import org.nasworkbench.results.TrialSeries;

/**
 * What a report shows beside the results.
 *
 * @param ledgerBalance how the ledger's sum compares with the devices' wall-clock; may be blank
 * @param manifest how the run was made, as its JSON; may be blank
 * @param reproduction how a rerun compared, as text; blank where there was none
 * @param series losses and confusion matrices of the trials that were trained
 */
public record ReportDocuments(String ledgerBalance, String manifest, String reproduction, List<TrialSeries> series) {
    /** Nothing but the results. */
    public static final ReportDocuments NONE = new ReportDocuments("", "", "", List.of());

    public ReportDocuments {
        series = List.copyOf(series);
    }
}

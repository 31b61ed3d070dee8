package org.nasworkbench.results;

/**
 * Whether the ledger accounts for every device-second: its sum against devices x wall-clock.
 *
 * @param totalDeviceSeconds all charges, of runs and of the study as a whole
 * @param wallDeviceSeconds devices x wall-clock, over all sessions
 * @param relativeError the distance between the two as a fraction of the latter; 0 where both are 0
 */
public record LedgerBalance(double totalDeviceSeconds, double wallDeviceSeconds, double relativeError) {
    /** The balance of a study. */
    public static LedgerBalance of(StudyResults study) {
        double total = study.charges().stream()
                .mapToDouble(StudyResults.Charge::deviceSeconds)
                .sum();
        double wall = study.sessions().stream()
                .mapToDouble(StudyResults.Session::deviceSeconds)
                .sum();
        return new LedgerBalance(total, wall, total == wall ? 0 : Math.abs(total - wall) / wall);
    }
}

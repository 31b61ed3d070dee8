package org.nasworkbench.results;

import java.util.Optional;
import org.nasworkbench.work.CostCategory;

/**
 * Seconds of one device, charged.
 *
 * @param session the process, see {@link StudyStore#beginSession}
 * @param device worker slot, from 0
 * @param sequence unique within session and device
 * @param run who pays; empty: the study as a whole
 */
public record LedgerEntry(
        int session,
        int device,
        int sequence,
        Optional<RunKey> run,
        CostCategory category,
        double deviceSeconds,
        String note) {}

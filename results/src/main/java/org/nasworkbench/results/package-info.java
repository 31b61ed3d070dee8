/**
 * What a study leaves behind: the trial store and ledger (SQLite), tables (Tablesaw), statistics and provenance. Depends on what a
 * trial is, never on how it was searched.
 */
package org.nasworkbench.results;

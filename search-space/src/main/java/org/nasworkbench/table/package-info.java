/**
 * Tables of trainings that others did: tabular benchmarks. A {@link org.nasworkbench.table.TableDefinition} says what the columns
 * mean, {@link org.nasworkbench.table.TableReader} reads them, {@link org.nasworkbench.table.ColumnTable} answers from them.
 */
package org.nasworkbench.table;

package org.nasworkbench.figures.report;

import java.util.ArrayList;
import java.util.List;

/** A table that scrolls by itself on a narrow screen. A column whose head ends with {@code #} holds numbers. */
final class Table {
    /** Columns of text that may take several lines. */
    private static final List<String> PROSE = List.of("genotype", "why", "status");

    private final List<String> heads;
    private final List<List<String>> rows = new ArrayList<>();
    private boolean total;

    Table(String... heads) {
        this.heads = List.of(heads);
    }

    Table row(List<String> cells) {
        if (cells.size() != heads.size()) {
            throw new IllegalArgumentException("a row must have " + heads.size() + " cells, but has " + cells.size());
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    Table row(String... cells) {
        return row(List.of(cells));
    }

    /** Sets the last row apart from those that it sums. */
    Table lastIsTotal() {
        total = true;
        return this;
    }

    void write(Html html) {
        html.open("div", "class", "wide").open("table").open("thead").open("tr");
        heads.forEach(head -> html.element("th", name(head), "scope", "col", "class", kind(head)));
        html.close().close().open("tbody");
        for (int r = 0; r < rows.size(); r++) {
            html.open("tr", "class", total && r == rows.size() - 1 ? "total" : "part");
            for (int c = 0; c < heads.size(); c++) {
                html.element("td", rows.get(r).get(c), "class", kind(heads.get(c)));
            }
            html.close();
        }
        html.close().close().close();
    }

    private static String name(String head) {
        return head.endsWith("#") ? head.substring(0, head.length() - 1).trim() : head;
    }

    private static String kind(String head) {
        return head.endsWith("#") ? "number" : PROSE.contains(head) ? head : "word";
    }
}

package org.nasworkbench.figures.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nasworkbench.figures.Numbers;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.Charge;
import org.nasworkbench.results.StudyResults.Session;

/** Where the device time went: categories against strategies, summed over seeds, and the processes that spent it. */
record LedgerSection(StudyResults results, String balance) {
    void write(Html html) {
        html.element("h2", "Ledger");
        html.element("p", "Measured device-seconds, summed over seeds.", "class", "note");
        table().write(html);
        if (!balance.isBlank()) {
            html.element("p", balance);
        }
        if (!results.sessions().isEmpty()) {
            html.element("h3", "Sessions");
            sessions().write(html);
        }
    }

    private Table table() {
        Set<String> categories = new LinkedHashSet<>();
        results.charges().forEach(charge -> categories.add(charge.category()));
        Set<String> owners = new LinkedHashSet<>();
        results.runs().forEach(run -> owners.add(run.strategy()));
        results.charges().stream()
                .map(Charge::strategy)
                .filter(name -> !name.isEmpty())
                .forEach(owners::add);
        owners.add("");
        List<String> heads = new ArrayList<>(List.of("category"));
        owners.forEach(owner -> heads.add((owner.isEmpty() ? "whole study" : owner) + " #"));
        heads.add("all #");
        Table table = new Table(heads.toArray(String[]::new));
        categories.forEach(category -> table.row(row(category, owners, category)));
        return table.row(row("all", owners, null)).lastIsTotal();
    }

    private List<String> row(String name, Set<String> owners, String category) {
        List<String> row = new ArrayList<>(List.of(name));
        owners.forEach(owner -> row.add(cell(owner, category)));
        row.add(cell(null, category));
        return row;
    }

    private String cell(String owner, String category) {
        double sum = results.charges().stream()
                .filter(charge -> owner == null || charge.strategy().equals(owner))
                .filter(charge -> category == null || charge.category().equals(category))
                .mapToDouble(Charge::deviceSeconds)
                .sum();
        return sum == 0 ? "–" : Numbers.rounded(sum);
    }

    private Table sessions() {
        Table table =
                new Table("session #", "devices #", "started (UTC)", "last seen (UTC)", "device-seconds #", "ended");
        for (Session session : results.sessions()) {
            table.row(
                    Integer.toString(session.number()),
                    Integer.toString(session.devices()),
                    Moment.text(session.startedMillis()),
                    Moment.text(session.lastSeenMillis()),
                    Numbers.rounded(session.deviceSeconds()),
                    session.ended() ? "yes" : "no");
        }
        return table;
    }
}

package org.nasworkbench.experiment.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the networks found for one platform keep the limit of another: a row of a matrix of platforms.
 *
 * @param perLimit their mean latency there, as a ratio to its limit
 * @param share of them that keeps it
 */
record LimitKept(String foundFor, String timedOn, double perLimit, double share) {
    static String csv(List<LimitKept> rows) {
        return rows.stream()
                .map(row -> row.foundFor + "," + row.timedOn + "," + row.perLimit + "," + row.share + "\n")
                .collect(Collectors.joining("", "found_for,timed_on,latency_per_limit,share_within_limit\n", ""));
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("found_for", foundFor);
        map.put("timed_on", timedOn);
        map.put("latency_per_limit", perLimit);
        map.put("share_within_limit", share);
        return map;
    }
}

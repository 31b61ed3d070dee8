package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nasworkbench.experiment.cli.Ended.nas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchCommandTests {
    private static final Set<String> MEASURED = Set.of(
            "bare loop",
            "random-search",
            "random-search, durable",
            "regularized-evolution",
            "regularized-evolution, durable");

    @Test
    void theEngineIsMeasuredAgainstABareLoop() throws Exception {
        Ended ended = nas("bench", "engine", "--rounds", "2", "--trials", "150", "--json");
        assertEquals(0, ended.code(), ended::err);
        JsonNode medians = new ObjectMapper().readTree(ended.out());
        TreeSet<String> names = new TreeSet<>();
        medians.fieldNames().forEachRemaining(names::add);
        assertEquals(new TreeSet<>(MEASURED), names);
        for (JsonNode median : medians) {
            assertTrue(median.get("trials per second").doubleValue() > 0, ended::out);
            assertTrue(median.get("ratio to the bare loop").doubleValue() > 0, ended::out);
        }
        assertEquals(1, medians.get("bare loop").get("ratio to the bare loop").doubleValue());
    }

    @Test
    void forPeopleItIsALineEach() {
        List<String> lines = nas("bench", "engine", "--rounds", "1", "--trials", "150")
                .out()
                .lines()
                .toList();
        assertEquals(1 + MEASURED.size(), lines.size());
        assertTrue(lines.get(1).matches("bare loop +[0-9,]+ +1\\.0000"), lines.get(1));
    }

    @Test
    @Tag("slow")
    void growthIsMeasuredByTheTrialAndAsRatiosToTheSizeBefore() {
        Ended ended = nas("bench", "growth", "--trials", "40,80", "--runs", "4");
        assertEquals(0, ended.code(), ended::err);
        List<String> lines = ended.out().lines().toList();
        assertEquals(3, lines.size(), ended::out);
        assertEquals(
                "a trial of write, us store, bytes resume, us read, us read, bytes of heap report, us report, bytes",
                lines.get(0).strip().replaceAll(" +", " "));
        assertTrue(lines.get(1).matches(" +40( +-?[0-9.,]+){7}"), lines.get(1));
        assertTrue(lines.get(2).matches(" +80( +-?[0-9.,]+ \\(x -?[0-9.]+\\)){7}"), lines.get(2));
    }

    @Test
    void runsOfAGrowingStudyAreEqual() {
        Ended uneven = nas("bench", "growth", "--trials", "40,41", "--runs", "4");
        assertEquals(2, uneven.code());
        assertEquals("--trials must be multiples of --runs, which is 4, but one was 41\n", uneven.err());
        assertEquals(2, nas("bench", "growth", "--runs", "3").code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rounds", "--trials"})
    void nothingIsMeasuredZeroTimes(String option) {
        Ended ended = nas("bench", "engine", option, "0");
        assertEquals(2, ended.code());
        assertTrue(ended.err().contains(option + " must be at least 1, but was 0"), ended::err);
    }

    @Test
    void aWorkersMemoryIsFollowedOverNetworks() throws Exception {
        Ended ended = nas("bench", "soak", "--networks", "5", "--unsettled", "2", "--json");
        assertEquals(0, ended.code(), ended::err);
        JsonNode numbers = new ObjectMapper().readTree(ended.out());
        assertEquals(5, numbers.get("networks").intValue());
        double settled = numbers.get("mib_settled").doubleValue();
        assertTrue(settled > 50 && settled < 4000, ended::out);
        double slope = numbers.get("kib_per_network").doubleValue();
        assertTrue(
                numbers.get("low").doubleValue() <= slope
                        && slope <= numbers.get("high").doubleValue(),
                ended::out);

        Ended few = nas("bench", "soak", "--networks", "50");
        assertEquals(2, few.code());
        assertEquals(
                "at least 3 blocks of 25 networks must be trained after the first 50, but there are 50 networks\n",
                few.err());
    }

    @Test
    void stepsAreHeldAgainstAnotherProgramsSteps(@TempDir Path folder) throws Exception {
        Path peer = folder.resolve("peer.sh");
        Files.writeString(peer, "grep -q '\"operation\" : \"convolution\"' \"$1\" && printf '0.5\\n0.25\\n0.125\\n'");
        String[] arguments = {
            "bench",
            "steps",
            "--input",
            "3x16x24",
            "--option",
            "k3_e1",
            "--batch",
            "2",
            "--rounds",
            "1",
            "--json",
            "--peer",
            "sh " + peer,
            "--steps"
        };
        Ended ended = nas(with(arguments, "3"));
        assertEquals(0, ended.code(), ended::err);
        JsonNode row = new ObjectMapper().readTree(ended.out()).get(0);
        assertEquals(8, row.get("images_per_s_there").doubleValue());
        assertEquals(
                row.get("images_per_s_here").doubleValue() / 8, row.get("ratio").doubleValue(), 1e-9);
        Ended few = nas(with(arguments, "4"));
        assertEquals(1, few.code());
        assertTrue(few.err().contains("must print 4 times in seconds"), few::err);
    }

    private static String[] with(String[] arguments, String last) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = last;
        return all;
    }

    @Test
    void aSupernetIsMeasuredAgainstNetworksAlone() throws Exception {
        Ended ended = nas(
                "bench",
                "supernet",
                "--rounds",
                "2",
                "--batch",
                "2",
                "--width",
                "0.25",
                "--blocks",
                "1",
                "--input",
                "3x32x48",
                "--json");
        assertEquals(0, ended.code(), ended::err);
        JsonNode told = new ObjectMapper().readTree(ended.out());
        TreeSet<String> steps = new TreeSet<>();
        for (JsonNode row : told.get("time")) {
            steps.add(row.get("step").textValue());
            double ratio = row.get("ratio").doubleValue();
            assertTrue(
                    ratio >= row.get("low").doubleValue()
                            && ratio <= row.get("high").doubleValue(),
                    row::toString);
            assertTrue(row.get("milliseconds").doubleValue() > 0, row::toString);
            // a difference of times, which for networks as small as these and beside other tests may be anything
            boolean difference = row.get("against").textValue().equals("the same, stem and head once");
            assertTrue(ratio > 0 || difference, row::toString);
        }
        assertEquals(
                new TreeSet<>(Set.of(
                        "median network alone",
                        "one path, weights",
                        "two paths, logits",
                        "full mixture, weights",
                        "full mixture, logits",
                        "fair paths, weights")),
                steps);
        assertEquals(5, told.get("memory").size());
    }
}

package org.nasworkbench.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nasworkbench.latency.LatencyTables.PROTOCOL;
import static org.nasworkbench.latency.LatencyTables.SPACE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.work.Workplace;

class LatencyBuildTests {
    @Test
    void aSlowDriftOfTheMachineCancels() throws Exception {
        LatencyTable steady = LatencyTables.build(SPACE, new FakePlatform());
        double seconds = seconds();
        LatencyTable drifted = LatencyTables.build(SPACE, new FakePlatform().slower(time -> 1 + 0.5 * time / seconds));
        double level = Double.parseDouble(drifted.facts().get("reference-ms"))
                / Double.parseDouble(steady.facts().get("reference-ms"));
        assertTrue(level > 1.1, "the drift must be there, but the level is " + level);
        steady.entries()
                .forEach((key, timing) -> assertEquals(
                        timing.millis(),
                        drifted.timing(key).millis() / level,
                        0.01 * timing.millis() + 2e-4,
                        key + ""));
        assertTrue(drifted.check().meanAbsoluteError() < 0.01, drifted.check().summary());
    }

    @Test
    void measuringEndsWhenIntervalsAreNarrowAndSaysWhy() throws Exception {
        String quiet = LatencyTables.build(SPACE, new FakePlatform()).facts().get("rounds");
        assertTrue(quiet.startsWith("3, narrow enough"), quiet);
        SplittableRandom random = new SplittableRandom(1);
        String noisy = LatencyTables.build(SPACE, new FakePlatform().slower(time -> 1 + 0.5 * random.nextDouble()))
                .facts()
                .get("rounds");
        assertTrue(noisy.startsWith("6, the most allowed"), noisy);
    }

    @Test
    void anUnsteadyMachineIsRefusedWithItsDrift() {
        FakePlatform wild = new FakePlatform().slower(time -> 1 + 100 * time);
        String message = assertThrows(IllegalStateException.class, () -> LatencyTables.build(SPACE, wild))
                .getMessage();
        assertTrue(
                message.matches("a machine must be steady.*may differ by 20 % over 3 rounds.*differed by \\d+ %.*"),
                message);
    }

    @Test
    void whatIsCutOffLosesNoMoreThanItsRound(@TempDir Path folder) throws Exception {
        Path kept = folder.resolve("table.csv.rounds");
        LatencyProtocol five = new LatencyProtocol(5, 5, 3, 0.02, 0.2, 5);
        FakePlatform whole = new FakePlatform();
        LatencyTable uninterrupted = LatencyTables.build(SPACE, whole, five, Workplace.bare());
        assertThrows(
                IllegalStateException.class,
                () -> LatencyTables.build(SPACE, new FakePlatform(), five, LatencyTables.keeping(kept, 4)));
        FakePlatform rest = new FakePlatform();
        LatencyTable resumed = LatencyTables.build(SPACE, rest, five, LatencyTables.keeping(kept, 9));
        assertEquals("after 4 rounds", resumed.facts().get("resumed"));
        assertEquals(uninterrupted.entries(), resumed.entries());
        assertEquals(whole.runs() * 4 / 8, rest.runs(), "3 rounds of warm-up and 1 of 5");
    }

    @Test
    void roundsOfAnotherProtocolAreNotTakenUp(@TempDir Path folder) throws Exception {
        Path kept = folder.resolve("table.csv.rounds");
        LatencyTables.build(SPACE, new FakePlatform(), PROTOCOL, LatencyTables.keeping(kept, 9));
        LatencyProtocol other = new LatencyProtocol(3, 6, 4, 0.02, 0.2, 5);
        LatencyTable table = LatencyTables.build(SPACE, new FakePlatform(), other, LatencyTables.keeping(kept, 9));
        assertTrue(!table.facts().containsKey("resumed"), () -> table.facts().toString());
    }

    @Test
    void damagedRoundsAreNotTakenUpAndTheWorkSaysSo(@TempDir Path folder) throws Exception {
        Path kept = folder.resolve("table.csv.rounds");
        LatencyTable whole = LatencyTables.build(SPACE, new FakePlatform(), PROTOCOL, LatencyTables.keeping(kept, 9));
        String text = Files.readString(kept);
        for (String damaged : List.of(
                "",
                "\n",
                text.substring(0, text.length() / 2),
                text.substring(0, text.length() - 2),
                text.replaceFirst(" [0-9.]+\n", "\n"),
                text.replaceFirst("\\.[0-9]", ".x"),
                "0" + text)) {
            Files.writeString(kept, damaged);
            List<String> lost = new ArrayList<>();
            LatencyTable table =
                    LatencyTables.build(SPACE, new FakePlatform(), PROTOCOL, LatencyTables.keeping(kept, 9, lost::add));
            assertEquals(List.of("the rounds that were kept are damaged, so that the measurement begins anew"), lost);
            assertTrue(
                    !table.facts().containsKey("resumed"), () -> table.facts().toString());
            assertEquals(whole.entries(), table.entries());
        }
    }

    @Test
    void anOutputThatIsNoNumberIsNotTimed() {
        FakePlatform broken = new FakePlatform().output(Double.NaN);
        String message = assertThrows(IllegalStateException.class, () -> LatencyTables.build(SPACE, broken))
                .getMessage();
        assertTrue(message.contains("must give a finite output, but gave NaN"), message);
    }

    @Test
    void aTableSaysHowItWasMade() throws Exception {
        LatencyTable table = LatencyTables.build(SPACE, new FakePlatform());
        for (String fact : new String[] {
            "space",
            "classes",
            "platform",
            "threads",
            "runtime",
            "times",
            "machine",
            "java",
            "date",
            "protocol",
            "reference",
            "reference-ms",
            "warm-up",
            "rounds"
        }) {
            assertTrue(!table.facts().getOrDefault(fact, "").isBlank(), fact);
        }
        assertEquals("measured", table.facts().get("times"));
        assertTrue(LatencyTables.build(SPACE, new FakePlatform().projecting()).projected());
    }

    private static double seconds() throws Exception {
        FakePlatform platform = new FakePlatform();
        LatencyTables.build(SPACE, platform);
        return platform.nanos() / 1e9;
    }
}

package org.nasworkbench.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nasworkbench.latency.LatencyTables.PROTOCOL;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.LayerKind;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.work.Workplace;

class LatencyExaminationTests {
    private static final ChainSpace SPACE = SearchSpaces.chain("squeezenas-small", 0.5, 2, 11, new Shape(3, 48, 64));

    @Test
    void whereBlocksAddUpNothingIsCorrectedAndTheTableIsFit() throws Exception {
        LatencyTable table = LatencyTables.build(SPACE, new FakePlatform());
        LatencyTable checked = check(table, new FakePlatform());
        assertEquals(60, checked.check().networks());
        assertEquals(60, checked.further().get("band").networks());
        assertEquals(0, checked.check().meanAbsoluteError(), 1e-3);
        assertEquals(1, checked.further().get("ceiling").spearman(), 1e-9);
        assertTrue(
                checked.facts().get("correction").contains("held out of 30: none "),
                checked.facts().get("correction"));
        assertEquals(List.of(), LatencyLimits.STANDARD.failures(checked));
    }

    @Test
    void theNetworksThatATableWasJudgedByGiveItsVerdict() throws Exception {
        LatencyTable table = LatencyTables.build(SPACE, new FakePlatform());
        FakePlatform bent = new FakePlatform(network -> 1 + StrictMath.sqrt(network.macs()) / 1000);
        LatencyExamination.Result result = examined(table, bent);
        Map<String, LatencyCheck> verdicts = new LinkedHashMap<>();
        verdicts.put(LatencyExamination.SPREAD, result.table().check());
        verdicts.put(LatencyExamination.BAND, result.table().further().get(LatencyExamination.BAND));
        verdicts.forEach((set, verdict) -> {
            List<CheckedNetwork> networks = result.networks().stream()
                    .filter(network -> network.set().equals(set))
                    .toList();
            LatencyCheck again = LatencyCheck.of(
                    networks.stream()
                            .mapToDouble(CheckedNetwork::predictedMillis)
                            .toArray(),
                    networks.stream().mapToDouble(CheckedNetwork::millis).toArray());
            assertEquals(verdict.networks(), again.networks());
            assertTrue(verdict.meanAbsoluteError() > 0.001, verdict.summary());
            assertEquals(verdict.meanAbsoluteError(), again.meanAbsoluteError(), 1e-12);
            assertEquals(verdict.spearman(), again.spearman(), 1e-12);
        });
        assertEquals(120, result.networks().size());
        result.networks()
                .forEach(network -> assertEquals(
                        SPACE.network(SPACE.parse(network.genotype())).macs(), network.macs()));
    }

    @Test
    void aMachineThatIsSlowerTodayIsNoErrorOfTheTable() throws Exception {
        LatencyTable table = LatencyTables.build(SPACE, new FakePlatform());
        LatencyTable checked = check(table, new FakePlatform().slower(time -> 1.3));
        assertEquals(0, checked.check().meanAbsoluteError(), 1e-3);
        assertTrue(
                checked.facts().get("reference-drift").startsWith("+30.0 %"),
                checked.facts().get("reference-drift"));
    }

    @Test
    void aCorrectionByFamiliesIsUsedWhereItWins() throws Exception {
        LatencyTable table = LatencyTables.build(SPACE, new FakePlatform());
        // In whole networks, and not in blocks alone, convolutions of 5x5 are slower than they were.
        FakePlatform whole = new FakePlatform(
                network -> FakePlatform.millis(network.layers().size() - 1, network.macs()) + 3e-3 * fives(network));
        LatencyTable checked = check(table, whole);
        assertTrue(
                checked.facts().get("correction").startsWith("families;"),
                checked.facts().get("correction"));
        assertTrue(checked.line().slopeOf("k5_e6") > checked.line().slopeOf("k3_e6"));
        double kept = errorOf(table, whole);
        assertTrue(
                checked.check().meanAbsoluteError() < kept / 2,
                kept + " " + checked.check().summary());
        new TableLatency(SPACE, checked);
    }

    @Test
    void whereBlocksSayNothingTheTableIsUnfit() throws Exception {
        LatencyTable table = LatencyTables.build(SPACE, new FakePlatform());
        FakePlatform wayward = new FakePlatform(network -> 1 + new SplittableRandom(network.macs()).nextDouble());
        LatencyTable checked = check(table, wayward);
        List<String> failures = LatencyLimits.STANDARD.failures(checked);
        assertTrue(
                failures.toString().contains("mean absolute error on whole networks must be at most 10.0 %"),
                failures.toString());
        assertTrue(failures.toString().contains("Spearman"), failures.toString());
    }

    @Test
    void projectedTablesAreNotCheckedByMeasuredTimes() throws Exception {
        LatencyTable table = LatencyTables.build(SPACE, new FakePlatform().projecting());
        assertThrows(IllegalArgumentException.class, () -> check(table, new FakePlatform()));
        assertThrows(
                IllegalArgumentException.class,
                () -> TableComparison.of(table, LatencyTables.build(SPACE, new FakePlatform())));
    }

    @Test
    void fewNetworksAreNotEnough() throws Exception {
        LatencyTable table = LatencyTables.build(SPACE, new FakePlatform());
        assertThrows(IllegalArgumentException.class, () -> new LatencyExamination(SPACE, table, 59, PROTOCOL));
    }

    @Test
    void tablesAreComparedBlockByBlock() throws Exception {
        LatencyTable first = LatencyTables.build(SPACE, new FakePlatform());
        LatencyTable second = LatencyTables.build(SPACE, new FakePlatform().slower(time -> 1.5));
        TableComparison comparison = TableComparison.of(first, second);
        assertEquals(1.5, comparison.level(), 0.01);
        assertEquals(0.5, comparison.medianDifference(), 0.01);
        assertEquals(1, comparison.spearman(), 0.01);
        assertTrue(comparison.facts().containsKey("reference-ms")
                && !comparison.facts().containsKey("space"));
        LatencyTable other = LatencyTables.build(SPACE.at(new Shape(3, 96, 96)), new FakePlatform());
        String message = assertThrows(IllegalArgumentException.class, () -> TableComparison.of(first, other))
                .getMessage();
        assertTrue(message.contains("in common, but have 0"), message);
    }

    private static LatencyTable check(LatencyTable table, FakePlatform platform) {
        return examined(table, platform).table();
    }

    private static LatencyExamination.Result examined(LatencyTable table, FakePlatform platform) {
        return new LatencyExamination(SPACE, table, 60, PROTOCOL).on(platform, platform::nanos, Workplace.bare());
    }

    private static long fives(Network network) {
        return network.layers().stream()
                .filter(layer -> layer.kind() instanceof LayerKind.Convolution convolution && convolution.kernel() == 5)
                .count();
    }

    /** The error of a table as it is. */
    private static double errorOf(LatencyTable table, FakePlatform platform) {
        List<Architecture> networks = new WholeNetworks(SPACE).spread(60, "check");
        double[] millis = networks.stream()
                .mapToDouble(network -> {
                    long before = platform.nanos();
                    platform.prepare(SPACE.network(network)).run();
                    return (platform.nanos() - before) / 1e6;
                })
                .toArray();
        return MeasuredNetworks.of(SPACE, table.entries(), networks, millis)
                .check(table.line())
                .meanAbsoluteError();
    }
}

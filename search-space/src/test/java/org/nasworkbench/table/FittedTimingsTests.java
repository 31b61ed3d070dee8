package org.nasworkbench.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasworkbench.ReferenceData;
import org.nasworkbench.latency.fitted.AdditiveFit;
import org.nasworkbench.latency.fitted.FitQuality;
import org.nasworkbench.latency.fitted.TimedNetworks;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.CellSpace;
import org.nasworkbench.space.FbnetSpace;
import org.nasworkbench.table.TableDefinition.Bounds;
import org.nasworkbench.table.TableDefinition.Unit;
import org.nasworkbench.work.Seeds;

/** The shipped timings, fitted anew. */
class FittedTimingsTests {
    private static final FbnetSpace SPACE = FbnetSpace.cifar100();

    private static FitQuality quality(String device) {
        TimedNetworks timed = KnownDevices.timings(SPACE, List.of(device)).timed(device);
        return FitQuality.crossValidated(timed, Seeds.random(1, "folds")).orElseThrow();
    }

    /** R2 of five-fold cross-validation by another program, to five digits. */
    @ParameterizedTest
    @CsvSource({
        "1080ti_1, 0.90512",
        "1080ti_32, 0.95381",
        "1080ti_64, 0.98795",
        "2080ti_1, 0.98254",
        "2080ti_32, 0.98393",
        "2080ti_64, 0.9966",
        "essential_ph_1, 0.52475",
        "eyeriss, 1",
        "fpga, 1",
        "gold_6226, 0.94453",
        "gold_6240, 0.92605",
        "pixel2, 0.62677",
        "pixel3, 1",
        "raspi4, 1",
        "samsung_a50, 0.50383",
        "samsung_s7, 0.2269",
        "silver_4114, 0.90379",
        "silver_4210r, 0.98787",
        "titan_rtx_1, 0.99416",
        "titan_rtx_32, 0.98268",
        "titan_rtx_64, 0.99723",
        "titanx_1, 0.95488",
        "titanx_32, 0.98356",
        "titanx_64, 0.97186",
        "titanxp_1, 0.98751",
        "titanxp_32, 0.9935",
        "titanxp_64, 0.99807"
    })
    void theCrossValidatedFitIsAsGoodAsTheReference(String device, double r2) {
        assertEquals(r2, quality(device).r2(), 0.01);
    }

    @Test
    void theReferenceIsMetInErrorAndRankToo() {
        RawTable reference = TableReader.read(
                new TableSource.File(ReferenceData.file("fbnet_lut_fitted27_quality.csv")),
                List.of("device"),
                Map.of(
                        "r2_cv",
                        Bounds.of(Unit.RANGE),
                        "mape_cv",
                        Bounds.of(Unit.RANGE),
                        "spearman_cv",
                        Bounds.of(Unit.RANGE)));
        for (int row = 0; row < reference.rows(); row++) {
            String device = reference.words().get("device").get(row);
            FitQuality quality = quality(device);
            assertEquals(reference.numbers().get("r2_cv")[row], quality.r2(), 0.01, device);
            assertEquals(
                    reference.numbers().get("mape_cv")[row], quality.check().meanAbsoluteError(), 0.002, device);
            assertEquals(
                    reference.numbers().get("spearman_cv")[row], quality.check().spearman(), 0.01, device);
        }
    }

    @ParameterizedTest
    @CsvSource({"fbnet, fbnet_latency_help27.csv.gz", "nb201, nb201_latency_help27.csv.gz"})
    void theShippedTimingsAreThoseOfTheReference(String space, String file) {
        List<String> devices = KnownDevices.names(space);
        assertEquals(27, devices.size());
        Map<String, Bounds> columns = new HashMap<>();
        devices.forEach(device -> columns.put(TimingTable.PREFIX + device, Bounds.MILLIS));
        RawTable theirs = TableReader.read(new TableSource.File(ReferenceData.file(file)), List.of("ops"), columns);
        TimingTable ours = KnownDevices.timings(space.equals("fbnet") ? SPACE : CellSpace.nasBench201(), devices);
        Map<Architecture, Integer> rows = new HashMap<>();
        for (int row = 0; row < theirs.rows(); row++) {
            rows.put(ours.space().parse(theirs.words().get("ops").get(row)), row);
        }
        assertEquals(theirs.rows(), ours.networks().size());
        for (int row = 0; row < ours.networks().size(); row++) {
            int there = rows.get(ours.networks().get(row));
            for (String device : devices) {
                assertEquals(
                        theirs.numbers().get(TimingTable.PREFIX + device)[there],
                        ours.millis().get(device)[row]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"pixel3", "samsung_s7", "titanx_1"})
    void theShippedTermsAreTheFitToTheShippedTimings(String device) {
        AdditiveFit fit =
                AdditiveFit.of(KnownDevices.timings(SPACE, List.of(device)).timed(device));
        FbnetLatency shipped = new FbnetLatency(SPACE, device);
        for (int i = 0; i < 50; i++) {
            Architecture network = SPACE.sample(Seeds.random(i, "network"));
            double millis = shipped.of(network).millis();
            assertEquals(millis, fit.millis(network), 1e-4 * millis);
        }
    }
}

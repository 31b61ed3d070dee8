package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nasworkbench.latency.LatencyCheck;
import org.nasworkbench.latency.fitted.AdditiveFit;
import org.nasworkbench.latency.fitted.FitQuality;
import org.nasworkbench.latency.fitted.Likeness;
import org.nasworkbench.latency.fitted.OtherDevices;
import org.nasworkbench.latency.fitted.TimedNetworks;
import org.nasworkbench.latency.fitted.TransferredLatency;
import org.nasworkbench.latency.fitted.TransferredLatency.Prediction;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.table.TableSource;
import org.nasworkbench.work.Seeds;
import org.nasworkbench.work.WholeFile;

/**
 * Latencies of all networks that other devices tell something of, on a device of which few were timed.
 *
 * @param timed the few
 * @param networks those that are predicted
 * @param predictions of each
 * @param check of the timed ones, each predicted from the others; empty where there are too few
 * @param held how many of these predictions' intervals hold what was measured
 */
public record LatencyTransfer(
        TimedNetworks timed,
        List<Architecture> networks,
        List<Prediction> predictions,
        Optional<LatencyCheck> check,
        int held) {
    /** Most timings; with more a fit of terms alone needs no other device. */
    private static final int MOST = 500;

    public LatencyTransfer {
        networks = List.copyOf(networks);
        predictions = List.copyOf(predictions);
    }

    /**
     * Learns the device.
     *
     * @param others which must tell something of each timed network
     */
    public static LatencyTransfer learn(TimedNetworks timed, OtherDevices others) {
        if (timed.size() > MOST) {
            throw new IllegalArgumentException("a device is transferred from at most " + MOST
                    + " timings, but there were " + timed.size() + "; 'nas latency import' needs no other devices");
        }
        Map<Architecture, Integer> places = new HashMap<>();
        for (int i = 0; i < others.networks().size(); i++) {
            places.put(others.networks().get(i), i);
        }
        int[] known = timed.networks().stream()
                .mapToInt(network -> Optional.ofNullable(places.get(network))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "other devices must tell something of each timed network, but do not of "
                                        + timed.space().print(network))))
                .toArray();
        Likeness likeness = others.likeness();
        TransferredLatency latency = TransferredLatency.learn(likeness, known, timed.millis());
        List<Prediction> predictions = IntStream.range(0, likeness.size())
                .parallel()
                .mapToObj(latency::predict)
                .toList();
        if (timed.size() <= TransferredLatency.FEWEST) {
            return new LatencyTransfer(timed, others.networks(), predictions, Optional.empty(), 0);
        }
        Prediction[] left = TransferredLatency.leavingOneOut(likeness, known, timed.millis());
        double[] means = Arrays.stream(left).mapToDouble(Prediction::millis).toArray();
        int held = (int) IntStream.range(0, left.length)
                .filter(i -> left[i].holds(timed.millis()[i]))
                .count();
        return new LatencyTransfer(
                timed, others.networks(), predictions, Optional.of(LatencyCheck.of(means, timed.millis())), held);
    }

    /** One line for people about the timed networks. */
    public String quality() {
        return check.map(it -> it.summary() + ", each predicted from the others; "
                        + String.format(
                                Locale.ROOT,
                                "the %.0f %% interval holds %d of %d",
                                100 * TransferredLatency.LEVEL,
                                held,
                                timed.size()))
                .orElse("not known: it takes more than " + TransferredLatency.FEWEST + " timings");
    }

    /** Networks whose predicted mean is no latency. */
    public long impossible() {
        return predictions.stream().filter(it -> !(it.millis() > 0)).count();
    }

    /** Writes {@code genotype,latency_ms,low_ms,high_ms}; the cell is empty where the predicted mean is 0 ms or below. */
    public void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of("genotype,latency_ms,low_ms,high_ms"));
        for (int i = 0; i < networks.size(); i++) {
            Prediction it = predictions.get(i);
            lines.add(timed.space().print(networks.get(i)) + "," + (it.millis() > 0 ? it.millis() : "") + ","
                    + it.lowMillis() + "," + it.highMillis());
        }
        WholeFile.write(file, String.join("\n", lines) + "\n");
    }

    /** The predictions as terms; the facts say how well these tell them. */
    public LearnedTable terms(TableSource.File source, String column, String device) {
        int[] possible = IntStream.range(0, networks.size())
                .filter(i -> predictions.get(i).millis() > 0)
                .toArray();
        TimedNetworks predicted = new TimedNetworks(
                timed.space(),
                IntStream.of(possible).mapToObj(networks::get).toList(),
                IntStream.of(possible)
                        .mapToDouble(i -> predictions.get(i).millis())
                        .toArray());
        Map<String, String> facts = LearnedTable.origin(source, column, device, timed.size());
        facts.put("transfer", quality());
        facts.put(
                "fit",
                "least squares to the predictions of " + possible.length + " networks, cross-validated "
                        + FitQuality.crossValidated(predicted, Seeds.random(1, "folds"))
                                .map(FitQuality::summary)
                                .orElse("by none"));
        return new LearnedTable(timed.space(), AdditiveFit.of(predicted).table(), check, facts);
    }
}

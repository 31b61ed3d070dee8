package org.nasworkbench.latency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.nasworkbench.statistics.Quantile;
import org.nasworkbench.work.WholeFile;

/**
 * The rounds of a build so far, kept in a file after each: what is cut off loses the round it was in, and no more. The file begins with a
 * checksum of the rest, so that none is taken up from a damaged one.
 */
final class Rounds {
    private final Optional<Path> file;
    private final String identity;
    private final List<Round> rounds = new ArrayList<>();
    private boolean damaged;

    /**
     * Takes up what an earlier build of the same identity left.
     *
     * @param file empty where nothing is kept
     * @param identity what is measured, where and how, in one line: rounds of another are not taken up
     * @param networks how many ratios a round has
     */
    Rounds(Optional<Path> file, String identity, int networks) throws IOException {
        this.file = file;
        this.identity = identity;
        if (file.isPresent() && Files.exists(file.get())) {
            String text = new String(Files.readAllBytes(file.get()), StandardCharsets.UTF_8);
            String kept = text.substring(text.indexOf('\n') + 1);
            damaged = !text.equals(summed(kept));
            List<String> lines = kept.lines().toList();
            if (!damaged && !lines.isEmpty() && lines.get(0).equals(identity)) {
                lines.subList(1, lines.size()).forEach(line -> rounds.add(parse(line, networks)));
            }
        }
    }

    /** Whether there were rounds that could not be taken up, because the file is not as it was written. */
    boolean damaged() {
        return damaged;
    }

    int size() {
        return rounds.size();
    }

    void add(Round round) throws IOException {
        rounds.add(round);
        if (file.isPresent()) {
            String text = identity + "\n" + rounds.stream().map(Rounds::print).collect(Collectors.joining());
            WholeFile.write(file.get(), summed(text));
        }
    }

    /** The reference's time over all rounds, which slow ones do not move, ms. */
    double referenceMillis() {
        return Quantile.of(
                0.25, rounds.stream().mapToDouble(Round::referenceMillis).toArray());
    }

    /** A network's ratios, round by round. */
    double[] ratios(int network) {
        return rounds.stream().mapToDouble(round -> round.ratios()[network]).toArray();
    }

    private static String summed(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue()) + "\n" + text;
    }

    private static String print(Round round) {
        return round.referenceMillis()
                + Arrays.stream(round.ratios()).mapToObj(ratio -> " " + ratio).collect(Collectors.joining())
                + "\n";
    }

    private static Round parse(String line, int networks) {
        double[] numbers =
                Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
        if (numbers.length != networks + 1) {
            throw new IllegalArgumentException(
                    "a kept round must have " + networks + " ratios, but has " + (numbers.length - 1));
        }
        return new Round(numbers[0], Arrays.copyOfRange(numbers, 1, numbers.length));
    }
}

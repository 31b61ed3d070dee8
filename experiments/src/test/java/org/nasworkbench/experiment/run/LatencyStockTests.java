package org.nasworkbench.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.experiment.study.LatencySpec;
import org.nasworkbench.latency.LatencyBuild;
import org.nasworkbench.latency.LatencyCheck;
import org.nasworkbench.latency.LatencyKey;
import org.nasworkbench.latency.LatencyLimits;
import org.nasworkbench.latency.LatencyLine;
import org.nasworkbench.latency.LatencyProtocol;
import org.nasworkbench.latency.LatencyTable;
import org.nasworkbench.latency.LatencyTableFile;
import org.nasworkbench.latency.PlatformChoice;
import org.nasworkbench.latency.Timing;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.work.Workplace;

class LatencyStockTests {
    private static final ChainSpace SPACE = SearchSpaces.chain("squeezenas-small", 0.25, 1, 5, new Shape(3, 48, 64));

    @TempDir
    Path folder;

    @Test
    void aTableThatFailsTheLimitsIsRefusedUnlessTheStudyAcceptsIt() throws IOException {
        LatencyStock stock = new LatencyStock(folder);
        LatencySpec strict = LatencySpec.measured(PlatformChoice.of("this-cpu-djl"));
        assertEquals(Optional.empty(), stock.known(SPACE, strict));
        write(stock, strict, 0.3);
        String message = assertThrows(IllegalArgumentException.class, () -> stock.known(SPACE, strict))
                .getMessage();
        assertTrue(message.contains("must be at most 10.0 %, but was 30.0 %"), message);
        assertTrue(message.contains("latency.accept-unfit: true"), message);
        LatencySpec lenient = new LatencySpec(strict.platform(), strict.limits(), true, strict.table());
        assertTrue(stock.known(SPACE, lenient).isPresent());
        LatencySpec wide = new LatencySpec(strict.platform(), new LatencyLimits(0.4, 0), false, strict.table());
        assertTrue(stock.known(SPACE, wide).isPresent());
        write(stock, strict, 0.05);
        assertTrue(stock.known(SPACE, strict).isPresent());
    }

    @Test
    void aTableOfAnotherSizeIsRefused() throws IOException {
        LatencyStock stock = new LatencyStock(folder);
        LatencySpec spec = LatencySpec.measured(PlatformChoice.of("this-cpu-djl"));
        write(stock, spec, 0.05);
        LatencySpec named = spec.withTable(stock.file(SPACE, spec));
        ChainSpace other = SPACE.at(new Shape(3, 64, 64));
        String message = assertThrows(IllegalArgumentException.class, () -> stock.known(other, named))
                .getMessage();
        assertTrue(message.contains("another input size"), message);
    }

    @Test
    void aProjectedTableThatWasKeptIsCalculatedAnewAndOneThatIsNamedIsNot() throws Exception {
        LatencyStock stock = new LatencyStock(folder);
        LatencySpec spec = LatencySpec.measured(
                new PlatformChoice("roofline", 1, Map.of("chip", "tesla-fsd-npu", "precision", "int8")));
        LatencyTable table =
                new LatencyBuild(SPACE, spec.platform(), LatencyProtocol.STANDARD).perform(Workplace.bare());
        LatencyTableFile.write(table, stock.file(SPACE, spec));
        assertEquals(Optional.empty(), stock.known(SPACE, spec), "its sheet may have changed");
        assertEquals(Optional.of(table), stock.known(SPACE, spec.withTable(stock.file(SPACE, spec))));
    }

    private static void write(LatencyStock stock, LatencySpec spec, double error) throws IOException {
        Map<LatencyKey, Timing> entries = new LinkedHashMap<>();
        LatencyKey.all(SPACE).forEach(key -> entries.put(key, new Timing(1, 1, 1, 10)));
        LatencyTableFile.write(
                new LatencyTable(
                        Map.of("space", LatencyBuild.fingerprint(SPACE)),
                        entries,
                        new LatencyLine(1, 1),
                        new LatencyCheck(20, error, 0, 1, 1, 0.95, 0.9, 0)),
                stock.file(SPACE, spec));
    }
}

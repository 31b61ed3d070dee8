package org.nasworkbench.latency.roofline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChipSheetTests {
    private static final String HEADER = "chip,quantity,value,source\n";

    @TempDir
    Path folder;

    @Test
    void theShippedChipsHaveTheirPublishedNumbers() {
        Chip tesla = ChipSheet.read(ChipSheet.SHIPPED).chip("tesla-fsd-npu");
        assertEquals(96 * 96 * 2 * 2e9 / 1e12, tesla.value("peak-int8-teraops-per-s"), 0.005);
        assertEquals(4266e6 * 128 / 8 / 1e9, tesla.value(Chip.MEMORY), 0.05);
        assertEquals(11, ChipSheet.read(ChipSheet.SHIPPED).chip("nvidia-xavier").value("peak-float16-teraops-per-s"));
    }

    @Test
    void aBlankIsRefusedByChipAndQuantity() {
        for (String chip : new String[] {"mobileye-eyeq5", "kalray-coolidge"}) {
            Chip found = ChipSheet.read(ChipSheet.SHIPPED).chip(chip);
            String message = assertThrows(IllegalArgumentException.class, () -> found.value(Chip.MEMORY))
                    .getMessage();
            assertEquals("a chip's sheet must tell memory-gigabytes-per-s, but that of " + chip + " does not", message);
        }
    }

    @Test
    void aSheetOfOneChipNeedsNoName() throws IOException {
        String sheet = sheet("# mine\nboard,memory-gigabytes-per-s,25.6,\"data sheet, page 3\"\n");
        assertEquals(
                new Chip("board", Map.of(Chip.MEMORY, 25.6)),
                ChipSheet.read(sheet).chip(""));
        assertSays("chip must be one of [board]", () -> ChipSheet.read(sheet).chip("bord"));
        assertSays("did you mean 'board'?", () -> ChipSheet.read(sheet).chip("bord"));
        assertSays("chip must be one of [kalray-coolidge, ", () -> ChipSheet.read(ChipSheet.SHIPPED)
                .chip(""));
    }

    @Test
    void everyMistakeIsNamedWithItsLine() throws IOException {
        assertRefuses("chips.csv:2", "board,memory-gigabytes-per-s,fast,sheet\n");
        assertRefuses("a value must be a number above 0, but was '-1'", "board,memory-gigabytes-per-s,-1,sheet\n");
        assertRefuses("a value must be a number above 0, but was 'NaN'", "board,memory-gigabytes-per-s,NaN,sheet\n");
        assertRefuses("a number must have its source, but 25.6 has none", "board,memory-gigabytes-per-s,25.6,\n");
        assertRefuses("did you mean 'memory-gigabytes-per-s'?", "board,memory-gigabits-per-s,25.6,sheet\n");
        assertRefuses("a row must have 4 cells, but has 3", "board,memory-gigabytes-per-s,25.6\n");
        String row = "board,memory-gigabytes-per-s,25.6,sheet\n";
        assertRefuses("but has two (" + folder.resolve("chips.csv") + ":3)", row + row);
        assertRefuses("a sheet must hold at least one chip", "");
    }

    @Test
    void aFileThatIsNoSheetIsRefused() throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "name,peak\n");
        assertSays("must begin with chip,quantity,value,source", () -> ChipSheet.read(other.toString()));
        assertSays(
                "must be there", () -> ChipSheet.read(folder.resolve("none.csv").toString()));
    }

    private void assertRefuses(String expected, String rows) throws IOException {
        String sheet = sheet(rows);
        assertSays(expected, () -> ChipSheet.read(sheet));
    }

    private String sheet(String rows) throws IOException {
        return Files.writeString(folder.resolve("chips.csv"), HEADER + rows).toString();
    }

    private static void assertSays(String expected, Runnable mistake) {
        String message =
                assertThrows(IllegalArgumentException.class, mistake::run).getMessage();
        assertTrue(message.contains(expected), message);
    }
}

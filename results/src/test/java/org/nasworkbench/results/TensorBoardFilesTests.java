package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorBoardFilesTests {
    @TempDir
    Path folder;

    /** The check value of CRC-32C, 0xE3069283, masked as the format's definition says. */
    @Test
    void checksumsAreThoseOfTheFormat() {
        int crc = 0xE3069283;
        assertEquals(
                ((crc >>> 15) | (crc << 17)) + 0xa282ead8,
                TensorBoardFiles.masked("123456789".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void everyRunHasItsTrialsInRecordsThatCanBeReadBack() throws Exception {
        StudyResults study =
                MadeStudy.of("evolution", 1, 0.1, 0.4, 0.3).and("a b", 7, 0.2).results();
        List<Path> files = TensorBoardFiles.write(study, folder);
        assertEquals(study.runs().size(), files.size());
        for (int run = 0; run < files.size(); run++) {
            List<String> records = records(files.get(run));
            assertTrue(records.get(0).contains("brain.Event:2"));
            RunKey key = study.runs().get(run).key();
            long scored = study.trials().stream()
                    .filter(trial -> new RunKey(trial.strategy(), trial.seed()).equals(key))
                    .filter(trial -> trial.score().isPresent())
                    .count();
            assertEquals(
                    scored,
                    records.stream()
                            .filter(record -> record.contains("\nscore") || record.contains("\u0005score"))
                            .count(),
                    key::toString);
        }
    }

    /** Data whose checksums fit. */
    private static List<String> records(Path file) throws Exception {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<String> records = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] length = new byte[8];
            bytes.get(length);
            assertEquals(TensorBoardFiles.masked(length), bytes.getInt());
            byte[] data = new byte
                    [(int) ByteBuffer.wrap(length)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getLong()];
            bytes.get(data);
            assertEquals(TensorBoardFiles.masked(data), bytes.getInt());
            records.add(new String(data, StandardCharsets.ISO_8859_1));
        }
        return records;
    }
}

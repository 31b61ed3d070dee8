package org.nasworkbench.task;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** The chunks of a PNG file, each of which ends with a checksum: decoders take damaged ones, too, and make some image of them. */
final class PngChunks {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int END = 0x49454E44; // IEND

    private PngChunks() {}

    /** Whether a file begins like a PNG and is none to its end. */
    static boolean damaged(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        if (file.length < Long.BYTES || bytes.getLong() != SIGNATURE) {
            return false;
        }
        while (bytes.remaining() >= 3 * Integer.BYTES) {
            int length = bytes.getInt();
            int begin = bytes.position();
            int type = bytes.getInt();
            if (length < 0 || length > bytes.remaining() - Integer.BYTES) {
                return true;
            }
            CRC32 sum = new CRC32();
            sum.update(file, begin, Integer.BYTES + length);
            bytes.position(begin + Integer.BYTES + length);
            if (bytes.getInt() != (int) sum.getValue()) {
                return true;
            }
            if (type == END) {
                return false;
            }
        }
        return true;
    }
}

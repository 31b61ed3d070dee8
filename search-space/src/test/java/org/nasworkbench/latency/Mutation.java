package org.nasworkbench.latency;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Ways in which a file of a table gets spoilt. */
enum Mutation {
    FLIPPED_BIT {
        @Override
        byte[] apply(List<String> lines, SplittableRandom random) {
            byte[] bytes = bytes(lines);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            return bytes;
        }
    },
    SWAPPED_CELLS {
        @Override
        byte[] apply(List<String> lines, SplittableRandom random) {
            int line = row(lines, random);
            String[] cells = lines.get(line).split(",");
            int a = random.nextInt(cells.length);
            int b = random.nextInt(cells.length);
            String cell = cells[a];
            cells[a] = cells[b];
            cells[b] = cell;
            lines.set(line, String.join(",", cells));
            return bytes(lines);
        }
    },
    CUT {
        @Override
        byte[] apply(List<String> lines, SplittableRandom random) {
            String text = new String(bytes(lines), StandardCharsets.UTF_8);
            return text.substring(0, random.nextInt(text.length())).getBytes(StandardCharsets.UTF_8);
        }
    },
    LOST_LINE {
        @Override
        byte[] apply(List<String> lines, SplittableRandom random) {
            lines.remove(random.nextInt(lines.size()));
            return bytes(lines);
        }
    },
    TWICE {
        @Override
        byte[] apply(List<String> lines, SplittableRandom random) {
            lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size())));
            return bytes(lines);
        }
    },
    OTHER_NUMBER {
        @Override
        byte[] apply(List<String> lines, SplittableRandom random) {
            int line = row(lines, random);
            String[] cells = lines.get(line).split(",");
            String[] others = {"NaN", "-1.5", "Infinity", "1e999", "0x1p3", "1d", "", " ", "99999999999999999999", "١"};
            cells[2 + random.nextInt(cells.length - 2)] = others[random.nextInt(others.length)];
            lines.set(line, String.join(",", cells));
            return bytes(lines);
        }
    },
    OTHER_FACT {
        @Override
        byte[] apply(List<String> lines, SplittableRandom random) {
            int line = random.nextInt(
                    (int) lines.stream().filter(text -> text.startsWith("#")).count());
            String[] others = {"NaN", "-7", "Infinity", "", "0x1p3", "1e9999"};
            lines.set(line, lines.get(line).replaceFirst(": .*", ": " + others[random.nextInt(others.length)]));
            return bytes(lines);
        }
    };

    abstract byte[] apply(List<String> lines, SplittableRandom random);

    /** Spoils a file in one of the ways. */
    static byte[] spoil(String text, SplittableRandom random) {
        return values()[random.nextInt(values().length)].apply(
                new ArrayList<>(text.lines().toList()), random);
    }

    private static int row(List<String> lines, SplittableRandom random) {
        int facts = (int) lines.stream().filter(line -> line.startsWith("#")).count();
        return facts + 1 + random.nextInt(lines.size() - facts - 1);
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}

package org.nasworkbench.latency.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandWordsTests {
    private static final Path FILE = Path.of("a b.onnx");

    @Test
    void blanksPartWordsAndQuotesKeepThem() {
        assertEquals(
                List.of("sh", "-c", "echo \"it is\" 3", "two words", "", "a=b c"),
                CommandWords.parse(" sh -c 'echo \"it is\" 3'  \"two words\" '' a=\"b c\"")
                        .words());
        assertEquals(
                List.of("C:\\timer\\$1.exe"),
                CommandWords.parse("C:\\timer\\$1.exe").words());
    }

    @Test
    void placeholdersAreFilledInWhereverTheyStand() {
        CommandWords words = CommandWords.parse("time --model={onnx} -x {threads} {other}");
        assertTrue(words.tellsThreads());
        assertEquals(List.of("time", "--model=a b.onnx", "-x", "4", "{other}"), words.with(FILE, 4));
    }

    @Test
    void withoutAPlaceholderTheFileIsTheLastArgument() {
        CommandWords words = CommandWords.parse("time -q");
        assertFalse(words.tellsThreads());
        assertEquals(List.of("time", "-q", "a b.onnx"), words.with(FILE, 1));
    }

    @Test
    void whatIsNoCommandIsRefused() {
        for (String line : List.of("", "  ", "time 'open", "time \"")) {
            String message = assertThrows(IllegalArgumentException.class, () -> CommandWords.parse(line))
                    .getMessage();
            assertTrue(message.endsWith("but was '" + line + "'"), message);
        }
    }
}

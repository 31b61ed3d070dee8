package org.nasworkbench.experiment.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.latency.Platform;
import org.nasworkbench.latency.PlatformChoice;
import org.nasworkbench.latency.PlatformProvider;
import org.nasworkbench.latency.PlatformSetting;
import org.nasworkbench.latency.Platforms;

/** A platform of a plug-in: its name and settings are known in studies as our own are. */
class PlatformRulesTests {
    @TempDir
    static Path plugin;

    private ClassLoader before;

    @BeforeEach
    void addThePlugIn() throws IOException {
        Path services = Files.createDirectories(plugin.resolve("META-INF/services"));
        Files.writeString(services.resolve(PlatformProvider.class.getName()), Phone.class.getName());
        before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread()
                .setContextClassLoader(
                        new URLClassLoader(new URL[] {plugin.toUri().toURL()}, before));
    }

    @AfterEach
    void removeIt() throws IOException {
        ((URLClassLoader) Thread.currentThread().getContextClassLoader()).close();
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void itsSettingsAreReadAndCompleted() throws InvalidStudyException {
        assertEquals(
                new PlatformChoice("phone", 2, Map.of("serial", "17", "governor", "performance")),
                read("platform: phone, threads: 2, serial: 17")
                        .trained()
                        .latency()
                        .platform());
    }

    @Test
    void everyMistakeIsNamedWhereItIs() {
        assertSays("platform: phone", "latency.serial: is missing");
        assertSays("platform: phone, serail: 17", "latency.serail: is not a key of latency; did you mean 'serial'?");
        assertSays("platform: phone, serial: [1]", "latency.serial: must be text, but was [1]");
        assertSays("platform: phone, serial: 17, threads: 5", "latency.threads: must be at most 4 on phone, but was 5");
        assertSays("platform: phone, serial: none", "latency: a serial must be a number, but was none");
        assertSays("platform: fone, serial: 17", "latency.platform: must be one of command, macs, phone, roofline, ");
        assertSays("platform: this-cpu-djl, serial: 17", "latency.serial: is not a key of latency");
        assertSays(
                "platform: roofline, precision: int8, chip: mobileye-eyeq5",
                "latency: a chip's sheet must tell memory-gigabytes-per-s, but that of mobileye-eyeq5 does not");
        assertSays("platform: command, command: ./t, retries: -1", "latency: retries must be a whole number from 0");
        assertSays("threads: 2", "latency.threads: must be at most 1 on this-cpu-djl, but was 2");
    }

    @Test
    void theCommandLineSaysTheSame() {
        assertTrue(Platforms.names().containsAll(List.of("phone", "this-cpu-djl")));
        assertRefuses("needs the setting serial", new PlatformChoice("phone", 1, Map.of()));
        assertRefuses("settings of phone are [serial, governor]", new PlatformChoice("phone", 1, Map.of("cpu", "1")));
        assertRefuses("must be at most 4, but was 5", new PlatformChoice("phone", 5, Map.of("serial", "1")));
        assertRefuses("did you mean 'phone'?", PlatformChoice.of("fone"));
    }

    @Test
    void choicesThatDifferHaveDifferentFiles() {
        List<PlatformChoice> choices = List.of(
                PlatformChoice.of("phone"),
                new PlatformChoice("phone", 2, Map.of()),
                new PlatformChoice("phone", 1, Map.of("serial", "1")),
                new PlatformChoice("phone", 1, Map.of("serial", "2")));
        assertEquals(
                4, choices.stream().map(PlatformChoice::fileName).distinct().count());
    }

    private static void assertRefuses(String expected, PlatformChoice choice) {
        String message = assertThrows(IllegalArgumentException.class, () -> Platforms.complete(choice))
                .getMessage();
        assertTrue(message.contains(expected), message);
    }

    private static void assertSays(String latency, String expected) {
        String message =
                assertThrows(InvalidStudyException.class, () -> read(latency)).getMessage();
        assertTrue(message.contains(expected), message);
        assertEquals(1, message.lines().count(), message);
    }

    private static Study read(String latency) throws InvalidStudyException {
        String text = Studies.GOOD.replaceFirst("latency: \\{.*}", "latency: {" + latency + "}");
        return StudyReader.parse(text, "study.yaml", Path.of("."), List.of(), Studies.providers());
    }

    /** Stands for a platform of somebody else. */
    public static final class Phone implements PlatformProvider {
        @Override
        public String name() {
            return "phone";
        }

        @Override
        public List<PlatformSetting> settings() {
            return List.of(
                    PlatformSetting.needed("serial", "which phone"),
                    PlatformSetting.preset("governor", "performance", "how its clock is governed"));
        }

        @Override
        public int mostThreads() {
            return 4;
        }

        @Override
        public Platform open(PlatformChoice choice) {
            if (!choice.setting("serial").matches("\\d+")) {
                throw new IllegalArgumentException("a serial must be a number, but was " + choice.setting("serial"));
            }
            return null;
        }
    }
}

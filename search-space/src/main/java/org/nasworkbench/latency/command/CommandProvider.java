package org.nasworkbench.latency.command;

import java.time.Duration;
import java.util.List;
import org.nasworkbench.latency.Platform;
import org.nasworkbench.latency.PlatformChoice;
import org.nasworkbench.latency.PlatformProvider;
import org.nasworkbench.latency.PlatformSetting;

/** Offers {@link CommandPlatform}. */
public final class CommandProvider implements PlatformProvider {
    private static final int MOST_THREADS = 1024;
    private static final int MOST_SECONDS = 24 * 60 * 60;
    private static final int MOST_RETRIES = 100;
    private static final int MOST_ROUNDS = 1000;

    @Override
    public String name() {
        return CommandPlatform.NAME;
    }

    @Override
    public int mostThreads() {
        return MOST_THREADS;
    }

    @Override
    public List<PlatformSetting> settings() {
        return List.of(
                PlatformSetting.needed("command", "program and arguments; {onnx} is the network's file"),
                PlatformSetting.preset("timeout-seconds", "120", "longest time of one call, which is ended then"),
                PlatformSetting.preset("retries", "1", "further attempts where a call fails"),
                PlatformSetting.preset("rounds", "2", "how often all networks are visited at most"));
    }

    @Override
    public Platform open(PlatformChoice choice) {
        CommandWords command = CommandWords.parse(choice.setting("command"));
        if (choice.threads() > 1 && !command.tellsThreads()) {
            throw new IllegalArgumentException("a command must be told its threads by {threads}, but "
                    + choice.threads() + " threads were asked of " + choice.setting("command"));
        }
        TimingProgram program = new TimingProgram(
                command,
                choice.threads(),
                Duration.ofSeconds(whole(choice, "timeout-seconds", 1, MOST_SECONDS)),
                whole(choice, "retries", 0, MOST_RETRIES));
        return new CommandPlatform(program, whole(choice, "rounds", 1, MOST_ROUNDS));
    }

    private static int whole(PlatformChoice choice, String setting, int least, int most) {
        String text = choice.setting(setting);
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new IllegalArgumentException(
                setting + " must be a whole number from " + least + " to " + most + ", but was '" + text + "'");
    }
}

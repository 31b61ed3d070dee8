package org.nasworkbench.experiment.worker;

import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nasworkbench.space.Nearest;

/**
 * Who does the work, in words: {@code 4} or {@code processes:4}, {@code in-process}, {@code command:16=./slurm.sh},
 * {@code spark:8=spark://head:7077}. It changes the time that a study takes and nothing else.
 *
 * @param kind name of a provider
 * @param devices at least 1
 * @param setting of the kind's own, or empty
 */
public record ExecutorSpec(String kind, int devices, String setting) {
    /** The kind that a number alone means. */
    public static final String PROCESSES = "processes";

    private static final Pattern FORM = Pattern.compile("(?:([a-z][a-z-]*)(?::([0-9]{1,6}))?|([0-9]{1,6}))(?:=(.+))?");

    /** Worker processes on this machine. */
    public static ExecutorSpec processes(int devices) {
        return new ExecutorSpec(PROCESSES, devices, "");
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none, saying what would be one
     */
    public static ExecutorSpec parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "workers must be a number or KIND:NUMBER=SETTING, such as 4 or spark:8=spark://head:7077, but was '"
                            + text + "'");
        }
        String number = form.group(1) == null ? form.group(3) : form.group(2);
        ExecutorSpec spec = new ExecutorSpec(
                form.group(1) == null ? PROCESSES : form.group(1),
                number == null ? 1 : Integer.parseInt(number),
                form.group(4) == null ? "" : form.group(4));
        if (spec.devices < 1) {
            throw new IllegalArgumentException("workers must be at least 1, but was " + text);
        }
        spec.provider();
        return spec;
    }

    /**
     * This one, if it can be opened on this machine.
     *
     * @throws IllegalArgumentException if not
     */
    public ExecutorSpec required() {
        provider().require(devices, setting);
        return this;
    }

    /** Opens the executor; {@code folder} is its own in the run's folder. */
    public Executor open(Path folder) {
        return required().provider().open(devices, setting, folder);
    }

    private ExecutorProvider provider() {
        TreeMap<String, ExecutorProvider> providers = new TreeMap<>();
        ServiceLoader.load(ExecutorProvider.class).forEach(found -> providers.put(found.name(), found));
        ExecutorProvider provider = providers.get(kind);
        if (provider == null) {
            throw new IllegalArgumentException(
                    "workers must be of a kind among " + providers.keySet() + ", but was '" + kind + "'; did you mean '"
                            + Nearest.word(kind, providers.keySet().stream().toList()) + "'?");
        }
        return provider;
    }

    /** As it is read. */
    @Override
    public String toString() {
        return kind + ":" + devices + (setting.isEmpty() ? "" : "=" + setting);
    }
}

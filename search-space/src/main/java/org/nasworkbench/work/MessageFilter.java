package org.nasworkbench.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What may come out of serialised work and results: classes of the workbench and of plug-ins, and the plain data of the JDK that they are made
 * of. All else is refused before an object of it exists, so that bytes which somebody else wrote cannot have code of a library run.
 */
public final class MessageFilter implements ObjectInputFilter {
    private static final String OURS = "org.nasworkbench";

    /** Our deepest message has half of this; sets in sets in sets take for ever to read. */
    private static final long DEEPEST = 32;

    private static final long LONGEST_ARRAY = 1 << 28;

    private static final Set<Class<?>> PLAIN = Set.of(
            Object.class,
            Record.class,
            Enum.class,
            String.class,
            Number.class,
            Boolean.class,
            Character.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class);

    private static final Set<String> PLAIN_PACKAGES = Set.of("java.util", "java.math", "java.time");

    private final Set<String> packages = new TreeSet<>();

    /**
     * Makes a filter.
     *
     * @param plugIns what plug-ins are known by: classes of their packages, and of those below, are admitted
     */
    public MessageFilter(Collection<?> plugIns) {
        packages.add(OURS);
        plugIns.forEach(plugIn -> packages.add(plugIn.getClass().getPackageName()));
    }

    /** A stream that gives nothing else; what it refuses is an {@link IOException} whose cause says the class. */
    public ObjectInputStream open(InputStream in) throws IOException {
        ObjectInputStream objects = new ObjectInputStream(in);
        objects.setObjectInputFilter(this);
        return objects;
    }

    /** @throws IllegalArgumentException naming what is refused; whoever reads gets it as a cause */
    @Override
    public Status checkInput(FilterInfo info) {
        Class<?> type = info.serialClass();
        while (type != null && type.isArray()) {
            type = type.getComponentType();
        }
        if (type != null && !admits(type)) {
            throw new IllegalArgumentException("a message must hold plain data and classes of " + packages
                    + " alone, but holds a " + type.getName());
        }
        if (info.depth() > DEEPEST || info.arrayLength() > LONGEST_ARRAY) {
            throw new IllegalArgumentException("a message must be at most " + DEEPEST + " deep with arrays of at most "
                    + LONGEST_ARRAY + ", but is " + info.depth() + " deep with one of " + info.arrayLength());
        }
        return type == null ? Status.UNDECIDED : Status.ALLOWED;
    }

    private boolean admits(Class<?> type) {
        String in = type.getPackageName();
        return type.isPrimitive()
                || PLAIN.contains(type)
                || PLAIN_PACKAGES.contains(in)
                || packages.stream().anyMatch(ours -> in.equals(ours) || in.startsWith(ours + "."));
    }
}

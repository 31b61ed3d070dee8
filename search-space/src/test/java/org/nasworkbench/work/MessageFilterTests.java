package org.nasworkbench.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import stranger.Trap;

class MessageFilterTests {
    private static final MessageFilter OURS = new MessageFilter(List.of());

    private static byte[] bytes(Object message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(message);
        }
        return bytes.toByteArray();
    }

    private static Object travel(MessageFilter filter, Object message) throws Exception {
        try (ObjectInputStream in = filter.open(new ByteArrayInputStream(bytes(message)))) {
            return in.readObject();
        }
    }

    private static String refusal(MessageFilter filter, Object message) {
        return assertThrows(IOException.class, () -> travel(filter, message))
                .getCause()
                .getMessage();
    }

    static Stream<Arguments> plain() {
        return Stream.<Object>of(
                        "text",
                        1.5,
                        new int[][] {{1}, {2, 3}},
                        new String[] {"a"},
                        List.of(1, 2L, 'c', true, 1f),
                        Arrays.asList("a", "b"),
                        Collections.nCopies(3, "x"),
                        Collections.unmodifiableMap(new LinkedHashMap<>(Map.of("a", new float[] {1}))),
                        new TreeMap<>(Map.of("k", Set.of(1))),
                        new EnumMap<>(Map.of(CostCategory.IDLE, 1.0)),
                        EnumSet.of(CostCategory.FAILED),
                        BigInteger.TEN,
                        Instant.EPOCH,
                        new MemoryNeed(1, 2, 3, 4))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("plain")
    void plainDataAndOurOwnClassesTravel(Object message) throws Exception {
        Object back = travel(OURS, message);
        assertTrue(List.of(message).equals(List.of(back))
                || Arrays.deepEquals(new Object[] {message}, new Object[] {back})
                || back instanceof Map<?, ?> map && map.keySet().equals(((Map<?, ?>) message).keySet()));
    }

    static Stream<Arguments> foreign() {
        return Stream.<Object>of(
                        new File("x"),
                        URI.create("http://localhost"),
                        new AtomicInteger(1),
                        new IllegalStateException("x"),
                        new File[0],
                        List.of(Map.of("deep", new Object[] {new File("x")})),
                        File.class,
                        (Serializable & Runnable) () -> {},
                        Proxy.newProxyInstance(
                                MessageFilterTests.class.getClassLoader(),
                                new Class<?>[] {Comparable.class},
                                (InvocationHandler & Serializable) (proxy, method, arguments) -> null))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void everyOtherClassIsRefusedByName(Object message) {
        String refusal = refusal(OURS, message);
        assertTrue(
                refusal.matches(
                        "a message must hold plain data and classes of \\[org\\.nasworkbench] alone, but holds a \\S+"),
                refusal);
    }

    @Test
    void whatIsRefusedRunsNoCode() throws Exception {
        Object hidden = List.of(Map.of("deep", new Trap()));
        assertTrue(refusal(OURS, hidden).endsWith("alone, but holds a stranger.Trap"));
        assertFalse(Trap.sprung());
        travel(new MessageFilter(List.of(new Trap())), hidden);
        assertTrue(Trap.sprung(), "and the trap is one");
    }

    @Test
    void classesOfAPlugInAreAdmittedWithIt() throws Exception {
        MessageFilter filter = new MessageFilter(List.of(new File("x"))); // as if java.io were a plug-in's package
        assertEquals(new File("y"), travel(filter, new File("y")));
        assertTrue(refusal(filter, new AtomicInteger(1)).contains("[java.io, org.nasworkbench]"));
    }

    @Test
    void setsWithinSetsWithinSetsAreRefusedBeforeTheyTakeForEver() throws Exception {
        Set<Object> outer = new HashSet<>();
        Set<Object> one = outer;
        Set<Object> other = new HashSet<>();
        for (int depth = 0; depth < 16; depth++) { // as deep as can be written here: hashing takes 2 to the depth
            Set<Object> left = new HashSet<>(Set.of("left"));
            Set<Object> right = new HashSet<>();
            one.add(left);
            one.add(right);
            other.add(left);
            other.add(right);
            one = left;
            other = right;
        }
        assertTrue(travel(OURS, outer) instanceof Set);
        Object deep = "bottom";
        for (int depth = 0; depth < 40; depth++) {
            deep = new Object[] {deep};
        }
        Object tooDeep = deep;
        assertTrue(refusal(OURS, tooDeep).startsWith("a message must be at most 32 deep"));
    }
}

package org.nasworkbench.strategy.rl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.StrategyProvider;

class ReinforceProviderTests {
    @Test
    void createsWithDefaults() {
        StrategyProvider provider = new ReinforceProvider();
        assertInstanceOf(Reinforce.class, provider.create(new Settings(provider.settings(), Map.of())));
    }

    @Test
    void describesItselfWithoutNumericsAndSaysThatTheyAreMissing() throws ReflectiveOperationException {
        StrategyProvider provider =
                (StrategyProvider) Class.forName(ReinforceProvider.class.getName(), true, new WithoutNumerics())
                        .getConstructor()
                        .newInstance();
        assertEquals("reinforce", provider.type());
        String why = provider.unavailable().orElseThrow();
        assertTrue(why.contains("ND4J"), why);
        assertTrue(why.contains(System.getProperty("os.arch")), why);
    }

    /** Knows this package's classes and everything else, but no class of ND4J, DL4J or RL4J. */
    private static final class WithoutNumerics extends ClassLoader {
        WithoutNumerics() {
            super(ReinforceProvider.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.nd4j.") || name.startsWith("org.deeplearning4j.")) {
                throw new ClassNotFoundException(name + ", as arranged");
            }
            return name.startsWith(ReinforceProvider.class.getPackageName())
                    ? define(name)
                    : super.loadClass(name, resolve);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}

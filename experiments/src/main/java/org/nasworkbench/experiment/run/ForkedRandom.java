package org.nasworkbench.experiment.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** A generator that becomes another one at some moment, whatever it is asked for. */
final class ForkedRandom {
    private ForkedRandom() {}

    /** @param turned whether the second one is to answer */
    static RandomGenerator of(RandomGenerator first, RandomGenerator second, BooleanSupplier turned) {
        return (RandomGenerator) Proxy.newProxyInstance(
                ForkedRandom.class.getClassLoader(), new Class<?>[] {RandomGenerator.class}, (self, method, values) -> {
                    try {
                        return method.invoke(turned.getAsBoolean() ? second : first, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}

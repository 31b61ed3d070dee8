package org.nasworkbench.strategy.evolution;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Searches that begin at the same time. */
class SequencesTests {
    private static final int BEGINNINGS = 25;
    private static final long PATIENCE_SECONDS = 20;

    /** Each time with classes that nobody has used yet, as in a new process. */
    @Test
    void strategiesThatBeginTogetherDoNotWaitForEachOtherForEver() throws Exception {
        List<URL> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            classPath.add(Path.of(entry).toUri().toURL());
        }
        for (int i = 0; i < BEGINNINGS; i++) {
            ClassLoader unused =
                    new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
            CyclicBarrier together = new CyclicBarrier(2);
            List<FutureTask<?>> uses = List.of(begin(unused, true, together), begin(unused, false, together));
            for (FutureTask<?> use : uses) {
                use.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    private static FutureTask<?> begin(ClassLoader unused, boolean aging, CyclicBarrier together) throws Exception {
        Runnable use = (Runnable) unused.loadClass(FirstUse.class.getName())
                .getConstructor(boolean.class)
                .newInstance(aging);
        FutureTask<?> task = new FutureTask<>(() -> {
            together.await();
            use.run();
            return null;
        });
        Thread thread = new Thread(task, "beginning");
        thread.setDaemon(true);
        thread.start();
        return task;
    }
}

package org.nasworkbench.spark;

import java.io.File;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.nasworkbench.experiment.worker.Executor;
import org.nasworkbench.experiment.worker.ExecutorProvider;
import org.nasworkbench.experiment.worker.Worker;

/**
 * A Spark cluster: each device of the study is one job at a time. Any setting of Spark's can be given as a system property ({@code
 * -Dspark.executor.memory=2g}); those below are only defaults.
 */
final class SparkExecutor implements Executor {
    /** Where Spark's own processes find the cluster's secret, out of sight of a process list. */
    private static final String SECRET = "_SPARK_AUTH_SECRET";

    private final int devices;
    private final JavaSparkContext context;
    private final TaskStarts starts = new TaskStarts();

    private SparkExecutor(int devices, String master) {
        this.devices = devices;
        context = new JavaSparkContext(conf(devices, master));
        context.sc().addSparkListener(starts);
    }

    @Override
    public int devices() {
        return devices;
    }

    @Override
    public Worker start(int device) {
        return new SparkWorker(context, starts, device);
    }

    @Override
    public void close() {
        context.close();
    }

    private static SparkConf conf(int devices, String master) {
        SparkConf conf = new SparkConf();
        String secret = System.getenv(SECRET);
        if (secret != null) {
            conf.setIfMissing("spark.authenticate", "true").setIfMissing("spark.authenticate.secret", secret);
        }
        return conf.setMaster(master)
                .setIfMissing("spark.app.name", "NAS Workbench")
                .setIfMissing("spark.jars", jars())
                .setIfMissing("spark.cores.max", Integer.toString(devices))
                .setIfMissing("spark.executor.cores", "1")
                .setIfMissing("spark.executor.memory", "512m") // the network is trained in a process beside it
                .setIfMissing("spark.task.maxFailures", "1") // whoever asked tries again, and charges what was lost
                .setIfMissing("spark.excludeOnFailure.enabled", "false")
                .setIfMissing("spark.speculation", "false")
                .setIfMissing("spark.ui.enabled", "false");
    }

    /** What a worker process needs: all of this process's class path but Spark itself. */
    private static String jars() {
        String home = String.valueOf(System.getenv("SPARK_HOME"));
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar") && !entry.startsWith(home))
                .map(entry -> Path.of(entry).toAbsolutePath().toUri().toString())
                .collect(Collectors.joining(","));
    }

    /** The plug-in. */
    public static final class Provider implements ExecutorProvider {
        @Override
        public String name() {
            return "spark";
        }

        @Override
        public String setting() {
            return "the master, such as spark://head:7077";
        }

        @Override
        public void require(int devices, String setting) {
            if (setting.isEmpty()) {
                throw new IllegalArgumentException(
                        "workers of the kind spark need a master, such as spark:" + devices + "=spark://head:7077");
            }
        }

        @Override
        public Executor open(int devices, String setting, Path folder) {
            return new SparkExecutor(devices, setting);
        }
    }
}

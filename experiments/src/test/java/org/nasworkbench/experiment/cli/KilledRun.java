package org.nasworkbench.experiment.cli;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.sqlite.JDBC;

/**
 * The command line in a process that kills itself, by the signal that none can catch, at a write to the record: the production code runs as it
 * is, but for a database driver that comes before SQLite's own and counts.
 *
 * <p>The first argument is the moment: {@code 12} before the twelfth write, {@code before INSERT INTO trial} or {@code after COMMIT} at the
 * first write of that kind, {@code record FILE} for no kill and a line for each write; the others are the command.
 */
final class KilledRun implements Driver {
    private final String moment;
    private final AtomicInteger writes = new AtomicInteger();

    private KilledRun(String moment) {
        this.moment = moment;
    }

    public static void main(String[] arguments) throws SQLException {
        DriverManager.registerDriver(new KilledRun(arguments[0]));
        Nas.main(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    @Override
    public Connection connect(String url, Properties settings) throws SQLException {
        Connection connection = new JDBC().connect(url, settings);
        return connection == null ? null : proxy(Connection.class, connection, "");
    }

    /** @param sql of a prepared statement */
    private <T> T proxy(Class<T> type, T target, String sql) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, method, arguments, sql)));
    }

    private Object call(Object target, Method method, Object[] arguments, String sql) throws Throwable {
        String write = written(method, arguments, sql);
        if (!write.isEmpty()) {
            count(write);
        }
        try {
            Object result = method.invoke(target, arguments);
            if (!write.isEmpty() && moment.equals("after " + write)) {
                kill();
            }
            if (result instanceof PreparedStatement statement) {
                return proxy(PreparedStatement.class, statement, (String) arguments[0]);
            }
            return result instanceof Statement statement ? proxy(Statement.class, statement, "") : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** What a call writes, in a few words; empty if it writes nothing. */
    private static String written(Method method, Object[] arguments, String sql) {
        return switch (method.getName()) {
            case "commit" -> "COMMIT";
            case "executeUpdate" -> kind(sql);
            case "execute" ->
                arguments != null && arguments[0].toString().contains("CREATE TABLE") ? "CREATE TABLE" : "";
            default -> "";
        };
    }

    private static String kind(String sql) {
        String[] words = sql.strip().split("\\s+");
        return String.join(" ", Arrays.copyOf(words, Math.min(words.length, words[0].equals("INSERT") ? 3 : 2)));
    }

    private void count(String write) throws IOException {
        int number = writes.incrementAndGet();
        if (moment.startsWith("record ")) {
            Path file = Path.of(moment.substring("record ".length()));
            Files.writeString(file, write + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } else if (moment.equals("before " + write) || moment.equals(Integer.toString(number))) {
            kill();
        }
    }

    private static void kill() throws IOException {
        try {
            new ProcessBuilder(
                            "kill",
                            "-KILL",
                            Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
            Thread.sleep(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(JDBC.PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties settings) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }
}

package org.nasworkbench.experiment.serve;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium that can reach nothing but this machine, and what it met. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Silent about a browser that is newer than itself: nothing new of it is used. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    static {
        SELENIUM.setLevel(Level.SEVERE);
    }

    private final ChromeDriver driver;

    /** @param profile an empty folder */
    Browser(Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser().orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--hide-scrollbars",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost",
                "--user-data-dir=" + profile.toAbsolutePath());
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable("browser", Level.ALL);
        logs.enable("performance", Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driverProgram().orElseThrow().toFile())
                        .build(),
                options);
        driver.manage().window().setSize(new Dimension(1200, 1000));
    }

    /** Why there is none on this machine; empty where there is one. */
    static Optional<String> missing() {
        if (browser().isEmpty()) {
            return Optional.of("no chromium, chromium-browser or google-chrome on the PATH");
        }
        return driverProgram().isEmpty() ? Optional.of("no chromedriver on the PATH") : Optional.empty();
    }

    private static Optional<Path> browser() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> onPath(name).stream())
                .findFirst();
    }

    private static Optional<Path> driverProgram() {
        return onPath("chromedriver");
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens a page and waits until it has drawn its charts. */
    void open(String address) {
        driver.get(address);
        await("the page is drawn", () -> !attribute("body", "data-ready").isEmpty());
    }

    /** Opens a page that draws nothing. */
    void openPlain(String address) {
        driver.get(address);
    }

    /** Waits for something, or fails with its name. */
    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + " did not come to be: " + errors());
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Everything that went wrong on the page: script errors, breaches of its policy, messages of the console. */
    List<String> errors() {
        List<String> errors = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get("browser")) {
            errors.add(entry.getMessage());
        }
        String own = attribute("body", "data-error");
        if (!own.isEmpty()) {
            errors.add(own);
        }
        return errors;
    }

    /** What the page asked for since this was asked last; its own pictures and the browser's own pages are none. */
    List<String> requests() {
        List<String> requests = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get("performance")) {
            String message = entry.getMessage();
            int at = message.indexOf("\"url\":\"");
            if (message.contains("Network.requestWillBeSent\"") && at >= 0) {
                String address = message.substring(at + 7, message.indexOf('"', at + 7));
                if (!address.startsWith("chrome:") && !address.startsWith("data:")) {
                    requests.add(address);
                }
            }
        }
        return requests;
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<String> texts(String selector) {
        List<String> texts = new ArrayList<>();
        Object all = script("return [...document.querySelectorAll(arguments[0])].map(e => e.innerText)", selector);
        ((List<?>) all).forEach(text -> texts.add((String) text));
        return texts;
    }

    int count(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    String attribute(String selector, String name) {
        String value = find(selector).getDomAttribute(name);
        return value == null ? "" : value;
    }

    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    void scrollTo(String selector) {
        script("arguments[0].scrollIntoView()", find(selector));
    }

    /** Drags over an element, from one place to another in shares of its width and height. */
    void drag(String selector, double fromX, double fromY, double toX, double toY) {
        WebElement element = find(selector);
        Dimension size = element.getSize();
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        // an element's offsets are counted from its middle
        new Actions(driver)
                .moveToElement(element, offset(fromX, size.getWidth()), offset(fromY, size.getHeight()))
                .clickAndHold()
                .moveToElement(element, offset(toX, size.getWidth()), offset(toY, size.getHeight()))
                .release()
                .perform();
    }

    private static int offset(double share, int length) {
        return (int) Math.round((share - 0.5) * length);
    }

    /** Shows colours as a reader who prefers a dark page, or as on paper. */
    void emulate(String medium, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        medium,
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** A picture of the window, or of so much of the page. */
    void picture(Path file, int width, int height) throws IOException {
        driver.manage().window().setSize(new Dimension(width, height));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}

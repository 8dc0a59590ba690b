package magicbench.ci.cli;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.SessionNotCreatedException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.opentest4j.TestAbortedException;

/** A Chromium without a window and without a network, found on this machine. */
final class Browser implements AutoCloseable {

  private static final String BROWSER = "magicbench.browser";
  private static final String DRIVER = "magicbench.chromedriver";

  /** It warns of a protocol newer than the classes for it, which aren't used; a logger is kept. */
  private static final Logger DRIVERS_LOG = Logger.getLogger("org.openqa.selenium");

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Its own pages, whose answers are looked at, need no sandbox; one isn't had in a container. */
  private static final List<String> SWITCHES =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--no-first-run",
          "--disable-dev-shm-usage",
          "--disable-gpu",
          "--disable-quic",
          "--disable-extensions",
          "--disable-component-update",
          "--disable-background-networking",
          "--host-resolver-rules=MAP * ~NOTFOUND");

  private final ChromeDriver driver;
  private final String axe;

  private Browser(ChromeDriver driver, String axe) {
    this.driver = driver;
    this.axe = axe;
  }

  /**
   * Starts the browser.
   *
   * @param profile an empty folder for what it keeps
   * @throws TestAbortedException when there is none and nobody named one, saying how to get it
   */
  static Browser start(Path profile) throws IOException {
    DRIVERS_LOG.setLevel(Level.SEVERE);
    Path browser = found(BROWSER, "chromium", "chromium-browser", "google-chrome");
    Path chromedriver = found(DRIVER, "chromedriver", "chromium.chromedriver");
    LoggingPreferences everything = new LoggingPreferences();
    everything.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.toFile());
    options.addArguments(SWITCHES);
    options.addArguments("--user-data-dir=" + profile);
    options.setCapability(ChromeOptions.LOGGING_PREFS, everything);
    options.setPageLoadTimeout(PATIENCE);
    options.setScriptTimeout(PATIENCE);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.toFile())
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    try {
      return new Browser(new ChromeDriver(service, options), script("/axe.min.js"));
    } catch (SessionNotCreatedException e) {
      service.stop();
      throw unusable(browser + " doesn't start: " + e.getRawMessage(), e);
    }
  }

  private static Path found(String property, String... names) {
    return Optional.ofNullable(System.getProperty(property))
        .map(Path::of)
        .or(() -> Stream.of(names).flatMap(Browser::onPath).findFirst())
        .orElseThrow(() -> unusable("no " + names[0] + " on the PATH", null));
  }

  private static Stream<Path> onPath(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable);
  }

  /** Nobody has to have a browser, but who names one wants to see it used. */
  private static RuntimeException unusable(String what, Throwable cause) {
    String remedy =
        what
            + "; 'apt-get install chromium chromium-driver' brings both, or name them by -D"
            + BROWSER
            + "=PATH and -D"
            + DRIVER
            + "=PATH";
    return System.getProperty(BROWSER) == null
        ? new TestAbortedException(remedy, cause)
        : new IllegalStateException(remedy, cause);
  }

  /** How a reader's screen is set up. */
  void show(String colours, int width) {
    prefer(colours, "");
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  /** How the page that is open looks on paper, to a reader who prefers these colours on screens. */
  void print(String colours) {
    prefer(colours, "print");
  }

  private void prefer(String colours, String media) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            media,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
  }

  void open(URI page) {
    driver.get(page.toString());
  }

  /** What the page that is open holds. */
  Visit visit() throws IOException {
    return Visit.of((String) driver.executeScript(script("/browser/visit.js")), console());
  }

  /** Opens a page with no script allowed to run on it, or with scripts again. */
  void allowScripts(boolean allowed) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
  }

  /** Opens one of the page's plots, counted from 0, and waits until it is drawn; empty is well. */
  String explore(int number) {
    return (String) driver.executeAsyncScript(script("/browser/explore.js"), number);
  }

  /** How many elements there are. */
  int count(String selector) {
    return driver.findElements(By.cssSelector(selector)).size();
  }

  /** What the elements say, one after another. */
  List<String> texts(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream().map(WebElement::getText).toList();
  }

  /** Presses keys while the first such element has the focus. */
  void press(String selector, CharSequence keys) {
    driver.findElement(By.cssSelector(selector)).sendKeys(keys);
    driver.executeAsyncScript(
        "const done = arguments[0]; requestAnimationFrame(() => setTimeout(done));");
  }

  /** Clicks the last such element, which a drawing's own click handler sees. */
  void clickLast(String selector) {
    List<WebElement> all = driver.findElements(By.cssSelector(selector));
    WebElement last = all.get(all.size() - 1);
    driver.executeScript("arguments[0].scrollIntoView({block: 'center'});", last);
    new Actions(driver).moveToElement(last).click().perform();
  }

  /** Puts the pointer on the first mark of a plot that is open. */
  void pointAtMark() {
    WebElement drawing = driver.findElement(By.cssSelector("details.explore .drawing"));
    List<?> from = (List<?>) driver.executeScript(script("/browser/first-mark.js"), drawing);
    new Actions(driver)
        .moveToElement(
            drawing, ((Number) from.get(0)).intValue(), ((Number) from.get(1)).intValue())
        .perform();
  }

  /** How many pixels of the page lie beyond the screen's right edge. */
  long overflow() {
    return (Long)
        driver.executeScript(
            "const page = document.documentElement; return page.scrollWidth - page.clientWidth;");
  }

  /** How many tables can't be seen, being folded away. */
  long foldedTables() {
    return (Long)
        driver.executeScript(
            "return Array.from(document.querySelectorAll('table'))"
                + ".filter(table => !table.checkVisibility()).length;");
  }

  /** The page's background, as {@code rgb(r, g, b)}. */
  String background() {
    return (String) driver.executeScript("return getComputedStyle(document.body).backgroundColor;");
  }

  /** What the page, and whoever loaded it, said since the last time. */
  List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::toString)
        .toList();
  }

  /**
   * What axe-core finds that keeps people from reading the page, at its two gravest levels. Of a
   * long table or list the first rows are looked at, the others are taken out: they are made alike.
   */
  List<?> graveViolations() {
    return graveViolations("html");
  }

  /** The same of a part of the page alone, named by a selector. */
  List<?> graveViolations(String part) {
    if (Boolean.FALSE.equals(driver.executeScript("return 'axe' in window;"))) {
      driver.executeScript(axe);
    }
    return (List<?>) driver.executeAsyncScript(script("/browser/axe-run.js"), part);
  }

  private static String script(String resource) {
    try (var in = Browser.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(resource + " can't be read", e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}

package vn.eid.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Chromium without a screen, as wide as a phone. Where the system has it in another place, the
 * properties {@code chromium.binary} and {@code chromedriver.binary} say so.
 */
final class Chromium implements AutoCloseable {
  private static final Dimension PHONE = new Dimension(390, 844);
  private static final Dimension DESKTOP = new Dimension(1100, 900);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Path PICTURES = Path.of("target", "screenshots");

  private final ChromeDriver driver;
  private final String language;

  private Chromium(String language, boolean script) {
    this.language = language;
    ChromeOptions options = new ChromeOptions();
    options.setBinary(System.getProperty("chromium.binary", "/usr/bin/chromium"));
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--accept-lang=" + language);
    if (!script) {
      options.setExperimentalOption(
          "prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
    }
    File service = new File(System.getProperty("chromedriver.binary", "/usr/bin/chromedriver"));
    this.driver =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(service).build(), options);
    driver.manage().window().setSize(PHONE);
  }

  /** Of a person who reads this language. */
  static Chromium reading(String language) {
    return new Chromium(language, true);
  }

  /** The same, with script switched off. */
  static Chromium withoutScript(String language) {
    return new Chromium(language, false);
  }

  /** The same at a desk. */
  static Chromium desktop(String language) {
    Chromium browser = new Chromium(language, true);
    browser.driver.manage().window().setSize(DESKTOP);
    return browser;
  }

  void open(URI page) {
    driver.get(page.toString());
  }

  /** The heading of the page, once it is one of these. */
  String heading() {
    return driver.findElement(By.tagName("h1")).getText();
  }

  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  URI address() {
    return URI.create(driver.getCurrentUrl());
  }

  /** Presses the button with this text, and waits for the next page. */
  void press(String button) {
    leave(driver.findElement(By.xpath("//button[normalize-space()='" + button + "']")));
  }

  /** Follows the link with this text, and waits for the next page. */
  void follow(String link) {
    leave(driver.findElement(By.partialLinkText(link)));
  }

  /** Ticks or chooses what is labelled so. */
  void choose(String label) {
    driver.findElement(By.xpath("//label[contains(., '" + label + "')]")).click();
  }

  /** Writes into the field that is labelled so. */
  void fill(String label, String text) {
    String id =
        driver
            .findElement(By.xpath("//label[normalize-space()='" + label + "']"))
            .getDomAttribute("for");
    WebElement field = driver.findElement(By.id(Objects.requireNonNull(id)));
    field.clear();
    field.sendKeys(text);
  }

  /** Opens what is folded away under a line with this text. */
  void unfold(String line) {
    driver.findElement(By.xpath("//summary[contains(., '" + line + "')]")).click();
  }

  /** Where the link with this text leads. */
  URI link(String text) {
    return URI.create(
        Objects.requireNonNull(
            driver.findElement(By.partialLinkText(text)).getDomProperty("href")));
  }

  List<String> ticked() {
    return driver.findElements(By.cssSelector("input:checked")).stream()
        .map(input -> input.getDomAttribute("value"))
        .map(String::valueOf)
        .toList();
  }

  /** What has the focus. */
  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** Types a key into what has the focus. */
  void type(CharSequence key) {
    focused().sendKeys(key);
  }

  /** Waits until the page says so by itself. */
  void awaitText(String text) {
    new WebDriverWait(driver, PATIENCE)
        .ignoring(WebDriverException.class)
        .until(one -> text().contains(text));
  }

  /** Waits until the address begins so. */
  void awaitAddress(URI start) {
    new WebDriverWait(driver, PATIENCE)
        .until(one -> String.valueOf(one.getCurrentUrl()).startsWith(start.toString()));
  }

  /**
   * Holds the page to what a person with another way of reading needs: axe finds nothing serious or
   * critical (WCAG 2.2 A and AA, and good practice), it says its language, and nothing has to be
   * scrolled sideways. Keeps a picture of it.
   */
  void isReadableByEverybody(String name) {
    photograph(name);
    Results found = new AxeBuilder().analyze(driver);
    assertThat(
            found.getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(Chromium::described))
        .as("what axe finds on " + name)
        .isEmpty();
    assertThat(driver.findElement(By.tagName("html")).getDomAttribute("lang")).isEqualTo(language);
    assertThat((Long) script("return document.documentElement.scrollWidth"))
        .as("width of " + name)
        .isLessThanOrEqualTo((Long) script("return document.documentElement.clientWidth"));
    assertThat(loadedFromElsewhere()).as("what " + name + " loads from elsewhere").isEmpty();
  }

  private List<?> loadedFromElsewhere() {
    return (List<?>)
        script(
            "return performance.getEntriesByType('resource').map(r => r.name)"
                + ".filter(n => !n.startsWith(location.origin))");
  }

  private Object script(String script) {
    return Objects.requireNonNull(driver.executeScript(script));
  }

  private static String described(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes();
  }

  private void photograph(String name) {
    try {
      Files.createDirectories(PICTURES);
      Files.write(
          PICTURES.resolve(name + "-" + language + ".png"),
          driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void leave(WebElement by) {
    WebElement page = driver.findElement(By.tagName("html"));
    by.click();
    new WebDriverWait(driver, PATIENCE).until(one -> isGone(page));
  }

  private static boolean isGone(WebElement page) {
    try {
      return page.getTagName().isEmpty();
    } catch (WebDriverException e) {
      // It is stale, or Chromium is between two pages.
      return true;
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.clew.console.StartedConsole;
import dev.clew.console.otlp.Encoding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * A collector, and its page in a real browser; screenshots are kept in {@code target/screenshots}.
 * Left out, with a word, on a machine without a Chromium; CI must have one.
 */
abstract class PageOfConsole {

  static final int WIDTH = 1280;
  static final int HEIGHT = 720;
  static final int NARROW = 390;

  /** For conditions on a busy machine. */
  static final double PATIENCE_MILLIS = 60_000;

  static final int TRAFFIC = 34;

  static Browser browser;

  @TempDir Path directory;

  StartedConsole console;

  @BeforeAll
  static void findBrowser() {
    boolean found = Browser.executable().isPresent();
    if (!found && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("CI must have a Chromium: apt-get install chromium");
    }
    assumeTrue(found, "There is no Chromium on the PATH, so nobody looks at the page.");
    browser = Browser.start();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void start() throws Exception {
    console = StartedConsole.in(directory, options());
    browser.complaints.clear();
  }

  /** Of the collector, with their values in turn. */
  Object[] options() {
    return new Object[0];
  }

  @AfterEach
  void stop() throws Exception {
    browser.closePages();
    console.close();
    assertThat(browser.complaints).as("what the browser complained of").isEmpty();
  }

  final Page open(int width, int height, String hash) {
    return open(width, height, ColorScheme.LIGHT, hash);
  }

  final Page open(int width, int height, ColorScheme colours, String hash) {
    Page page = browser.page(width, height, colours);
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.navigate(console.uri("/") + hash);
    return page;
  }

  /** What is acknowledged is safe, and can be found a moment later. */
  final void awaitTraceOf(int spans) {
    await()
        .atMost(Duration.ofMillis((long) PATIENCE_MILLIS))
        .until(
            () -> console.get("/api/v1/traces").body(),
            found -> found.contains("\"spans\":" + spans + ","));
  }

  /** A line of the collector's metrics. */
  final void awaitMetric(String line) {
    await()
        .atMost(Duration.ofMillis((long) PATIENCE_MILLIS))
        .until(() -> console.get("/metrics").body(), metrics -> metrics.contains(line + "\n"));
  }

  /** What the shop sent in two rounds of {@code ./demo}'s traffic: 34 traces, all its faults. */
  final void sendTraffic() throws Exception {
    byte[] zipped = file("shop-traffic.json.gz");
    assertThat(console.post(Encoding.JSON, zipped, "Content-Encoding", "gzip").statusCode())
        .isEqualTo(200);
    await()
        .atMost(Duration.ofMillis((long) PATIENCE_MILLIS))
        .until(
            () -> console.get("/api/v1/insights").body(),
            found -> found.contains("\"traces\":" + TRAFFIC + ","));
  }

  /** The id of the latest order in that traffic that was placed. */
  final String orderTrace() throws Exception {
    String found = console.get("/api/v1/traces?service=shipping&limit=1").body();
    return new ObjectMapper().readTree(found).at("/traces/0/traceId").textValue();
  }

  static byte[] file(String name) throws IOException {
    try (InputStream file = PageOfConsole.class.getResourceAsStream(name)) {
      return file.readAllBytes();
    }
  }

  static void shoot(Page page, TestInfo test) {
    shoot(page, test.getTestMethod().orElseThrow().getName());
  }

  /** Also keeps it with the documents, if {@code -Dclew.docs.write=true} asks for that. */
  static void shootForDocuments(Page page, String name) throws IOException {
    shoot(page, name);
    if (Boolean.getBoolean("clew.docs.write")) {
      Path file = Path.of("target", "screenshots", name + ".png");
      Path document = Path.of("..", "docs", "console-" + name + ".png");
      Files.copy(file, document, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  static void shoot(Page page, String name) {
    Path file = Path.of("target", "screenshots", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }
}

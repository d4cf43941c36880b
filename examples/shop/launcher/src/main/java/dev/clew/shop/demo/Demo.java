// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * Shows one traced checkout, and what the collector finds in the traces of many requests; then the
 * traces of all others.
 */
public final class Demo {

  private static final Duration QUIET = Duration.ofMillis(600);
  private static final Duration GIVEN_UP = Duration.ofSeconds(10);
  private static final Duration FIRST_TRACE = Duration.ofSeconds(30);
  private static final Duration ALL_TRACES = Duration.ofSeconds(30);
  private static final Duration GLANCE = Duration.ofSeconds(1);
  private static final int FINDINGS = 20;

  private final Options options;
  private final Terminal terminal;
  private final Customer customer = new Customer();

  private Demo(Options options, Terminal terminal) {
    this.options = options;
    this.terminal = terminal;
  }

  /** Exit status: 0 for a complete trace, 1 for a failure, 2 for an option it does not know. */
  public static void main(String[] arguments) {
    System.exit(exitStatus(arguments));
  }

  private static int exitStatus(String... arguments) {
    try {
      return new Demo(Options.parse(arguments), Terminal.standard()).run();
    } catch (Problem problem) {
      System.err.println("demo: " + problem.getMessage());
      return problem.exitStatus();
    } catch (IOException failure) {
      System.err.println("demo: " + plainly(failure));
      return 1;
    } catch (InterruptedException ended) {
      return 1;
    }
  }

  private static String plainly(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    boolean full = message.toLowerCase(Locale.ROOT).matches("(?s).*(no space|not enough space).*");
    return full ? "the disk is full (" + message + ")" : "failed: " + failure;
  }

  private int run() throws IOException, InterruptedException, Problem {
    Layout layout = Layout.here();
    try (Collector collector = Collector.start(layout)) {
      // After a signal nothing else closes them; a second time does nothing.
      Runtime.getRuntime().addShutdownHook(new Thread(collector::close, "closes the collector"));
      URI page = collector.awaitReady();
      try (Shop shop = Shop.start(layout, options.httpPort(), page.toString())) {
        Runtime.getRuntime().addShutdownHook(new Thread(shop::close, "closes the shop"));
        terminal.print("Spans are collected at " + page + "/v1/traces");
        terminal.print("Starting " + layout.server() + ", log in " + layout.shown(shop.log()));
        shop.awaitReady(terminal);
        return show(shop, page);
      }
    }
  }

  private int show(Shop shop, URI page) throws IOException, InterruptedException, Problem {
    Questions questions = new Questions(page);
    Traces traces = new Traces(questions, QUIET, GIVEN_UP);
    boolean complete = showCheckout(shop, traces);
    terminal.print("Sending what a shop sees in two minutes");
    int requests = Traffic.drive(customer, shop.address());
    terminal.print(requests + " requests were answered");
    traces.skip(1 + requests, ALL_TRACES);
    questions
        .findings()
        .lines(FINDINGS, new Style(terminal.colours(), terminal.drawing()), terminal.columns())
        .forEach(terminal::print);
    if (!options.once()) {
      showMore(shop, traces, page);
    }
    return complete ? 0 : 1;
  }

  private boolean showCheckout(Shop shop, Traces traces)
      throws IOException, InterruptedException, Problem {
    Errand errand = options.errand();
    HttpResponse<String> answer = customer.checkout(shop.address(errand));
    terminal.print("POST " + shop.address(errand) + " answered " + answer.statusCode());
    if (answer.statusCode() != errand.status()) {
      throw shop.problem(
          errand.status() + " was expected, not this answer: " + Style.plain(answer.body()));
    }
    Trace trace =
        traces
            .next(errand.services(), FIRST_TRACE)
            .orElseThrow(
                () -> shop.problem("no trace arrived in " + FIRST_TRACE.toSeconds() + " s"));
    TracePrinter.print(trace, terminal);
    if (options.json() != null) {
      write(options.json(), OtlpJson.of(trace.spans()));
    }
    return isWhole(trace);
  }

  private boolean isWhole(Trace trace) {
    Set<String> services = options.errand().services();
    if (!trace.services().containsAll(services)) {
      terminal.print("Incomplete: spans of " + services + " were expected");
      return false;
    }
    return trace.isComplete();
  }

  private void write(Path file, String text) throws IOException {
    Path partial = file.resolveSibling("." + file.getFileName() + ".partial");
    try {
      Files.writeString(partial, text);
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
    terminal.print("Written to " + file);
  }

  /** Until the process is ended, or nobody reads on. */
  private void showMore(Shop shop, Traces traces, URI page)
      throws IOException, InterruptedException, Problem {
    terminal.print("");
    terminal.print("Open " + page + "/#/insights in a browser.");
    terminal.print("");
    terminal.print("Place another order:");
    terminal.print(curl(shop, Errand.ORDER));
    terminal.print("or one that fails in stock's database:");
    terminal.print(curl(shop, Errand.FAILURE));
    terminal.print("New traces are printed here. Ctrl-C ends it.");
    while (!terminal.out().checkError()) {
      shop.check();
      traces.next(Set.of(), GLANCE).ifPresent(trace -> TracePrinter.print(trace, terminal));
    }
  }

  private static String curl(Shop shop, Errand errand) {
    return "  curl -H 'Content-Type: application/json' -d '%s' '%s'"
        .formatted(Customer.ORDER, shop.address(errand));
  }
}

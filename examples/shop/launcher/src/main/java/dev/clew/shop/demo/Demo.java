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
import java.util.Optional;
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
  private final Door door;
  private final Customer customer = new Customer();

  private Demo(Options options, Terminal terminal) {
    this.options = options;
    this.terminal = terminal;
    this.door = options.aws() ? Door.MARKET : Door.ORDERS;
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
    try (Collector collector = Collector.start(layout);
        AwsDemo aws = options.aws() ? AwsDemo.start(layout) : null) {
      // After a signal nothing else closes them; a second time does nothing.
      closeAtTheEnd(collector::close);
      if (aws != null) {
        closeAtTheEnd(aws::close);
      }
      URI page = collector.awaitReady();
      Optional<AwsServices> services =
          aws == null ? Optional.empty() : Optional.of(aws.awaitReady(terminal));
      try (Shop shop = Shop.start(layout, options.httpPort(), page.toString(), services)) {
        closeAtTheEnd(shop::close);
        terminal.print("Spans are collected at " + page + "/v1/traces");
        terminal.print("Starting " + layout.server() + ", log in " + layout.shown(shop.log()));
        shop.awaitReady(terminal);
        return show(shop, page, aws);
      }
    }
  }

  private static void closeAtTheEnd(Runnable close) {
    Runtime.getRuntime().addShutdownHook(new Thread(close, "closes what was started"));
  }

  private int show(Shop shop, URI page, AwsDemo aws)
      throws IOException, InterruptedException, Problem {
    Questions questions = new Questions(page);
    Traces traces = new Traces(questions, QUIET, GIVEN_UP);
    Trace trace = showCheckout(shop, traces);
    boolean complete = isWhole(trace) && (aws == null || aws.show(trace, terminal));
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

  private Trace showCheckout(Shop shop, Traces traces)
      throws IOException, InterruptedException, Problem {
    URI address = door.address(shop.address(), options.errand());
    HttpResponse<String> answer = customer.checkout(address);
    terminal.print("POST " + address + " answered " + answer.statusCode());
    int expected = door.status(options.errand());
    if (answer.statusCode() != expected) {
      throw shop.problem(
          expected + " was expected, not this answer: " + Style.plain(answer.body()));
    }
    Trace trace =
        traces
            .next(door.services(options.errand()), FIRST_TRACE)
            .orElseThrow(
                () -> shop.problem("no trace arrived in " + FIRST_TRACE.toSeconds() + " s"));
    TracePrinter.print(trace, terminal);
    if (options.json() != null) {
      write(options.json(), OtlpJson.of(trace.spans()));
    }
    return trace;
  }

  private boolean isWhole(Trace trace) {
    Set<String> services = door.services(options.errand());
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

  private String curl(Shop shop, Errand errand) {
    return "  curl -H 'Content-Type: application/json' -d '%s' '%s'"
        .formatted(Customer.ORDER, door.address(shop.address(), errand));
  }
}

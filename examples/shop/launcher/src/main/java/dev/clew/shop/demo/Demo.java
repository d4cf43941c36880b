// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** Shows one traced checkout, and then whatever else is traced. */
public final class Demo {

  private static final Duration QUIET = Duration.ofMillis(600);
  private static final Duration GIVEN_UP = Duration.ofSeconds(10);
  private static final Duration FIRST_TRACE = Duration.ofSeconds(30);
  private static final Duration GLANCE = Duration.ofSeconds(1);

  private final Options options;
  private final Terminal terminal;
  private final Traces traces = new Traces(QUIET, GIVEN_UP);

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
    try (Receiver receiver = new Receiver(traces::add);
        Shop shop = Shop.start(layout, options.httpPort(), receiver.endpoint())) {
      Runtime.getRuntime().addShutdownHook(new Thread(shop::close, "closes the shop"));
      terminal.print("Spans are received at " + receiver.endpoint() + "/v1/traces");
      terminal.print("Starting " + layout.server() + ", log in " + layout.shown(shop.log()));
      shop.awaitReady(terminal);
      boolean complete = showCheckout(shop);
      if (!options.once()) {
        showMore(shop);
      }
      return complete ? 0 : 1;
    }
  }

  private boolean showCheckout(Shop shop) throws IOException, InterruptedException, Problem {
    HttpResponse<String> answer = new Customer().checkout(shop.orders());
    terminal.print("POST " + shop.orders() + " answered " + answer.statusCode());
    if (answer.statusCode() != 201) {
      throw shop.problem("the order was not taken: " + Style.plain(answer.body()));
    }
    Trace trace =
        traces
            .next(Shop.SERVICES, FIRST_TRACE)
            .orElseThrow(
                () -> shop.problem("no trace arrived in " + FIRST_TRACE.toSeconds() + " s"));
    TracePrinter.print(trace, terminal);
    if (options.json() != null) {
      write(options.json(), OtlpJson.of(trace.spans()));
    }
    return isWhole(trace);
  }

  private boolean isWhole(Trace trace) {
    if (!trace.services().containsAll(Shop.SERVICES)) {
      terminal.print("Incomplete: spans of " + Shop.SERVICES + " were expected");
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
  private void showMore(Shop shop) throws InterruptedException, Problem {
    terminal.print("Orders are taken at " + shop.orders() + "; place another one:");
    terminal.print(
        "  curl -H 'Content-Type: application/json' -d '" + Customer.ORDER + "' " + shop.orders());
    terminal.print("New traces are printed here. Ctrl-C ends it.");
    while (!terminal.out().checkError()) {
      shop.check();
      traces.next(Set.of(), GLANCE).ifPresent(trace -> TracePrinter.print(trace, terminal));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.clew.shop.demo.Layout;
import dev.clew.shop.demo.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Runs what {@code ./benchmark --server} asks for, and prints what it comes to. */
public final class ServerBenchmark {

  /** At the fixed rate there are enough of them that none waits for another one's answer. */
  private static final int OPEN_CONNECTIONS = 16;

  private static final int CLOSED_CONNECTIONS = 4;
  private static final double MEGABYTE = 1e6;

  /** Seconds; that of OpenTelemetry's batches. */
  private static final int LONGEST_EXPORT_INTERVAL = 6;

  private final Options options;
  private final Layout layout = Layout.here();
  private final Map<Variant, Subject> subjects = new EnumMap<>(Variant.class);
  private final Map<Variant, Figures> figures = new EnumMap<>(Variant.class);

  private ServerBenchmark(Options options) {
    this.options = options;
    options.variants().forEach(variant -> figures.put(variant, new Figures()));
  }

  /** Exit status: 0 when it was measured, 1 for a failure, 2 for an option it does not know. */
  public static void main(String[] arguments) {
    if (Arrays.asList(arguments).contains("--help")) {
      System.out.print(Options.HELP);
      return;
    }
    System.exit(exitStatus(arguments));
  }

  static int exitStatus(String... arguments) {
    try {
      Path target = Layout.here().root().resolve("benchmarks/server/target");
      new ServerBenchmark(Options.parse(target, arguments)).run();
      return 0;
    } catch (IllegalArgumentException wrong) {
      System.err.println("benchmark: " + wrong.getMessage());
      return 2;
    } catch (Problem | IOException failed) {
      System.err.println("benchmark: " + failed.getMessage());
      return 1;
    } catch (InterruptedException ended) {
      return 1;
    }
  }

  private void run() throws IOException, Problem, InterruptedException {
    try (Receiver receiver = Receiver.start()) {
      start(receiver.endpoint());
      warmUp();
      for (int round = 1; round <= options.rounds(); round++) {
        for (Variant variant : options.variants()) {
          say("round " + round + " of " + options.rounds() + ": " + variant.label());
          measure(variant);
        }
      }
      for (Variant variant : options.variants()) {
        figures.get(variant).memory.add(subjects.get(variant).residentBytes() / MEGABYTE);
      }
      say("waiting for the last spans");
      TimeUnit.SECONDS.sleep(LONGEST_EXPORT_INTERVAL);
      for (Variant variant : options.variants()) {
        figures.get(variant).spans = receiver.spans(variant.id());
      }
    } finally {
      for (Subject subject : subjects.values()) {
        subject.close();
      }
    }
    write();
    System.out.printf("%n%s%nAll figures: %s%n", Report.of(figures), options.json());
  }

  /** In turn, too; those of the last turn stay. */
  private void start(String endpoint) throws IOException, Problem, InterruptedException {
    for (int turn = 1; turn <= options.starts(); turn++) {
      for (Variant variant : options.variants()) {
        say("start " + turn + " of " + options.starts() + ": " + variant.label());
        if (variant.needsAgent() && !Files.exists(options.agent())) {
          throw Problem.failure("the agent is missing: " + options.agent());
        }
        Subject subject = Subject.start(layout, variant, options.agent(), endpoint);
        figures.get(variant).startUp.add(subject.startUp().toNanos() / 1e9);
        if (turn < options.starts()) {
          subject.close();
        } else {
          subjects.put(variant, subject);
        }
      }
    }
  }

  private void warmUp() throws IOException, InterruptedException {
    for (Variant variant : options.variants()) {
      say("warming up: " + variant.label());
      figures.get(variant).requests +=
          new Load(subjects.get(variant).port(), CLOSED_CONNECTIONS)
              .atFullSpeed(options.warmUp())
              .getTotalCount();
    }
  }

  private void measure(Variant variant) throws IOException, InterruptedException {
    Subject subject = subjects.get(variant);
    Figures into = figures.get(variant);
    Duration start = subject.processorTime();
    Histogram open =
        new Load(subject.port(), OPEN_CONNECTIONS).atRate(options.rate(), options.seconds());
    Duration middle = subject.processorTime();
    into.processorAtRate.add(micros(middle.minus(start), open));
    into.addLatencies(open);
    Histogram closed = new Load(subject.port(), CLOSED_CONNECTIONS).atFullSpeed(options.seconds());
    into.processor.add(micros(subject.processorTime().minus(middle), closed));
    into.throughput.add(closed.getTotalCount() / (options.seconds().toMillis() / 1e3));
    into.requests += open.getTotalCount() + closed.getTotalCount();
  }

  /** Of each request. */
  private static double micros(Duration used, Histogram requests) {
    return used.toNanos() / 1e3 / requests.getTotalCount();
  }

  private void write() throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("java", System.getProperty("java.vm.version"));
    all.put("processors", Runtime.getRuntime().availableProcessors());
    all.put("server", layout.server());
    all.put("requestsPerSecond", options.rate());
    figures.forEach((variant, measured) -> all.put(variant.id(), measured.toMap()));
    Path file = options.json().toAbsolutePath();
    Files.createDirectories(file.getParent());
    new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
  }

  private static void say(String what) {
    System.out.println("  " + what);
  }
}

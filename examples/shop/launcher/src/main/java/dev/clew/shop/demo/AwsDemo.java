// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** What {@code --aws} adds: emulators, and a look at what Clew's senders have brought there. */
final class AwsDemo implements AutoCloseable {

  private static final Duration ALL_SPANS = Duration.ofSeconds(60);
  private static final long GLANCE_MILLIS = 200;

  private final LocalAws emulators;
  private AwsServices services;
  private SpanTables tables;
  private Optional<SpanStream> stream = Optional.empty();

  private AwsDemo(LocalAws emulators) {
    this.emulators = emulators;
  }

  /** Starts the emulators. */
  static AwsDemo start(Layout layout) throws IOException {
    return new AwsDemo(LocalAws.start(layout));
  }

  /** Returns once all services answer, and tells which these are. */
  AwsServices awaitReady(Terminal terminal) throws IOException, InterruptedException, Problem {
    services = emulators.awaitReady();
    tables = new SpanTables(services.dynamoDb());
    terminal.print("SQS is emulated at " + services.sqs() + ", DynamoDB at " + services.dynamoDb());
    if (services.kinesis().isPresent()) {
      terminal.print("Kinesis is emulated at " + services.kinesis().get());
      stream = Optional.of(SpanStream.create(services.kinesis().get()));
    } else {
      terminal.print("WARNING: Kinesis is left out: " + services.missing());
    }
    terminal.print("CloudWatch and X-Ray have no emulator: Clew's senders to them are off");
    return services;
  }

  /**
   * Shows what has arrived of a trace, as soon as all of it has, or time is up.
   *
   * @return whether all of it has
   */
  boolean show(Trace trace, Terminal terminal) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + ALL_SPANS.toNanos();
    Arrivals arrivals = Arrivals.of(trace, tables, stream);
    while (!arrivals.isComplete() && System.nanoTime() - deadline < 0) {
      Thread.sleep(GLANCE_MILLIS);
      arrivals = Arrivals.of(trace, tables, stream);
    }
    ArrivalsPrinter.print(arrivals, terminal);
    return arrivals.isComplete();
  }

  @Override
  public void close() {
    emulators.close();
  }
}

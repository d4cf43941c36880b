// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.cloudwatch;

import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Measures batches, and writes what it has measured where CloudWatch takes it out of logs. */
final class EmbeddedMetricsSender implements Sender {

  private final LogSink sink;
  private final EmbeddedMetrics format;
  private final Meter meter;

  EmbeddedMetricsSender(LogSink sink, EmbeddedMetrics format, Meter meter) {
    this.sink = sink;
    this.format = format;
    this.meter = meter;
  }

  @Override
  public SendResult send(Batch batch, Duration timeout) throws IOException {
    Samples samples = meter.measure(batch);
    List<byte[]> lines = format.lines(samples);
    if (!lines.isEmpty()) {
      sink.write(lines, timeout);
    }
    return samples.unreadable() == 0
        ? SendResult.success()
        : SendResult.partial(samples.unreadable(), "no spans");
  }

  @Override
  public String target() {
    return sink.toString();
  }

  @Override
  public void abort() {
    sink.abort();
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }
}

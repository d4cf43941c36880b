// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.console;

import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/** Prints a line for each span, a batch at a time so that lines are not torn apart. */
final class ConsoleSender implements Sender {

  private final Consumer<String> console;

  ConsoleSender(Consumer<String> console) {
    this.console = console;
  }

  @Override
  public SendResult send(Batch batch, Duration timeout) throws IOException {
    StringBuilder lines = new StringBuilder();
    int[] unreadable = {0};
    batch.forEach(
        (scope, bytes, offset, length) -> {
          int before = lines.length();
          try {
            SpanLine.append(lines, bytes, offset, length);
            lines.append(System.lineSeparator());
          } catch (IllegalArgumentException malformed) {
            lines.setLength(before);
            unreadable[0]++;
          }
        });
    console.accept(lines.toString());
    return unreadable[0] == 0
        ? SendResult.success()
        : SendResult.partial(unreadable[0], "not OTLP, and left out");
  }
}

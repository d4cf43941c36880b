// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.file;

import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Appends each batch as a line. What cannot be written now is tried again, as a full disk may. */
final class FileSender implements Sender {

  private final RotatingFile file;

  FileSender(RotatingFile file) {
    this.file = file;
  }

  @Override
  public SendResult send(Batch batch, Duration timeout) throws IOException {
    StringBuilder line = new StringBuilder(batch.size() * 2);
    int unreadable = BatchJson.write(batch, line);
    file.append(line.toString().getBytes(StandardCharsets.UTF_8));
    return unreadable == 0
        ? SendResult.success()
        : SendResult.partial(unreadable, "not OTLP, and left out");
  }

  @Override
  public String target() {
    return file.toString();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

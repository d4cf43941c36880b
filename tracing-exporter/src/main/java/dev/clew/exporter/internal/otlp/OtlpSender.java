// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.otlp;

import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.PartialSuccess;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;

/**
 * Posts batches, and reads the answer as <a
 * href="https://opentelemetry.io/docs/specs/otlp/#otlphttp-response">OTLP/HTTP</a> has it.
 */
final class OtlpSender implements Sender {

  /**
   * Tells the collector what it will never see: how many spans were lost here since the start. Told
   * each time, so that neither a retry nor a collector's restart makes it wrong.
   */
  private static final String DROPPED = "\r\nClew-Dropped: ";

  private final Target target;
  private final boolean gzip;
  private final HttpPost http;

  OtlpSender(Target target, boolean gzip) {
    this.target = target;
    this.gzip = gzip;
    this.http = new HttpPost(target, gzip);
  }

  @Override
  public SendResult send(Batch batch, Duration timeout) throws IOException {
    Duration own = target.timeout();
    Duration shorter = own.isZero() || timeout.compareTo(own) < 0 ? timeout : own;
    HttpAnswer answer = post(batch, shorter);
    return switch (answer.status()) {
      case 429, 502, 503, 504 -> later(answer);
      default ->
          answer.status() / 100 == 2 && !answer.isPage()
              ? PartialSuccess.in(answer.body())
              : SendResult.failed(answer.said());
    };
  }

  private HttpAnswer post(Batch batch, Duration timeout) throws IOException {
    String told = batch.dropped() > 0 ? DROPPED + batch.dropped() : "";
    if (!gzip) {
      return http.post(batch.size() + told, batch::writeTo, timeout);
    }
    ByteArrayOutputStream compressed = compressed(batch);
    return http.post(compressed.size() + told, compressed::writeTo, timeout);
  }

  @Override
  public String target() {
    return target.toString();
  }

  @Override
  public void abort() {
    http.close();
  }

  @Override
  public void close() {
    http.close();
  }

  private static ByteArrayOutputStream compressed(Batch batch) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(batch.size() / 4 + 64);
    // The compressor is native, and called for every piece: so give it large ones.
    try (OutputStream out =
        new BufferedOutputStream(new GZIPOutputStream(compressed, 8192), 32 << 10)) {
      batch.writeTo(out);
    }
    return compressed;
  }

  private SendResult later(HttpAnswer answer) {
    Duration wait = RetryAfter.parse(answer.retryAfter(), System::currentTimeMillis);
    return wait != null
        ? SendResult.retryAfter(wait, answer.said())
        : SendResult.retry(answer.said());
  }
}

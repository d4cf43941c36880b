// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sender;

import dev.clew.aws.Untraced;
import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A sender to AWS whose calls are not traced, and to which failures of the SDK are no reason to
 * give up.
 */
public abstract class AwsSender implements Sender {

  private final AwsConnection connection;

  /** A sender that closes its connection. */
  protected AwsSender(AwsConnection connection) {
    this.connection = connection;
  }

  @Override
  public final SendResult send(Batch batch, Duration timeout)
      throws IOException, InterruptedException {
    Scope untraced = Untraced.open();
    try {
      return deliver(batch, timeout);
    } catch (AbortedException interrupted) {
      throw (InterruptedException)
          new InterruptedException(interrupted.getMessage()).initCause(interrupted);
    } catch (SdkException failed) {
      throw new IOException(failed.getMessage(), failed);
    } finally {
      untraced.close();
    }
  }

  /** Sends a batch, as {@link Sender#send} has it, but that it may throw what the SDK throws. */
  protected abstract SendResult deliver(Batch batch, Duration timeout)
      throws IOException, InterruptedException;

  @Override
  public final String target() {
    return Stream.of(resource(), connection.place())
        .filter(name -> !name.isEmpty())
        .collect(Collectors.joining(" at "));
  }

  /** What it writes to, as the configuration names it; empty where there is one of it only. */
  protected String resource() {
    return "";
  }

  /** How it reaches AWS. */
  protected final AwsConnection connection() {
    return connection;
  }

  @Override
  public void abort() {
    connection.abort();
  }

  @Override
  public void close() {
    connection.close();
  }
}

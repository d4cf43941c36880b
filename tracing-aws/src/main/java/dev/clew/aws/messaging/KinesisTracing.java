// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import java.util.List;

/**
 * Traces what an application does with records that it has read from a stream of Kinesis, by the
 * SDK or the Kinesis client library. Records whose producer wrote them without {@link
 * KinesisEnvelope headers} have no sender to go on from. Thread-safe; nothing here throws but what
 * the application's own code throws.
 */
public final class KinesisTracing {

  private static final Consumers CONSUMERS = new Consumers("aws.kinesis");

  private KinesisTracing() {}

  /**
   * Processes one record within a span of its own, which goes on with the sender's trace or links
   * to it ({@code clew.aws.consumer}).
   *
   * @param stream its name
   */
  public static <E extends Exception> void process(
      String stream, KinesisEnvelope opened, Processing<E> processing) throws E {
    CONSUMERS.process(stream, record(opened), processing);
  }

  /**
   * Processes several records at once within one span, which starts a trace, or is a child of what
   * is current, and links to all senders.
   *
   * @param stream its name
   */
  public static <E extends Exception> void processAll(
      String stream, List<KinesisEnvelope> opened, Processing<E> processing) throws E {
    CONSUMERS.processAll(stream, opened, KinesisTracing::record, processing);
  }

  private static Received record(KinesisEnvelope opened) {
    return new ReceivedRecord(() -> opened.headers());
  }
}

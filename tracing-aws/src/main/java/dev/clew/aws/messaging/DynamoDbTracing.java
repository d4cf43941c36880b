// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import dev.clew.aws.PerApplication;
import dev.clew.instrument.Guard;
import dev.clew.instrument.Instruments;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Traces what an application does with changes that it has read from a stream of DynamoDB. A change
 * has room for a trace in the item only, and items are the application's: it puts {@link
 * #attributes} into those that it writes, if it wants to. Thread-safe; nothing here throws but what
 * the application's own code throws.
 */
public final class DynamoDbTracing {

  private static final Consumers CONSUMERS = new Consumers("aws.dynamodb");

  private static final PerApplication<TextMapPropagator> PROPAGATORS =
      new PerApplication<>(
          tracing -> Instruments.of(tracing.openTelemetry(), "dev.clew.messaging").propagator());

  private DynamoDbTracing() {}

  /**
   * What an item has to have so that whoever reads its change goes on with the current trace: texts
   * by the names of the headers of {@code otel.propagators}, such as {@code traceparent}. They stay
   * in the item until they are written anew, or removed.
   *
   * @return nothing where nothing is traced
   */
  public static Map<String, AttributeValue> attributes() {
    Map<String, AttributeValue> attributes = new HashMap<>();
    Guard.run(
        "let an item carry the trace",
        () ->
            PROPAGATORS
                .current()
                .inject(
                    Context.current(),
                    attributes,
                    (map, name, value) -> map.put(name, AttributeValue.fromS(value))));
    return attributes;
  }

  /**
   * Processes one change within a span of its own, which goes on with the trace of who wrote the
   * item or links to it ({@code clew.aws.consumer}).
   *
   * @param table its name
   * @param newImage the item as it is now; empty for one that was removed
   */
  public static <E extends Exception> void process(
      String table, Map<String, AttributeValue> newImage, Processing<E> processing) throws E {
    CONSUMERS.process(table, record(newImage), processing);
  }

  /**
   * Processes several changes at once within one span, which starts a trace, or is a child of what
   * is current, and links to all who wrote.
   *
   * @param table its name
   * @param newImages the items as they are now
   */
  public static <E extends Exception> void processAll(
      String table, List<Map<String, AttributeValue>> newImages, Processing<E> processing)
      throws E {
    CONSUMERS.processAll(table, newImages, DynamoDbTracing::record, processing);
  }

  private static Received record(Map<String, AttributeValue> newImage) {
    return new ReceivedRecord(() -> texts(newImage));
  }

  private static Map<String, String> texts(Map<String, AttributeValue> item) {
    Map<String, String> texts = new HashMap<>();
    item.forEach(
        (name, value) -> {
          if (value.s() != null) {
            texts.put(name, value.s());
          }
        });
    return texts;
  }
}

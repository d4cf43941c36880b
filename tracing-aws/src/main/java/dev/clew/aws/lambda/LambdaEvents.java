// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.lambda;

import dev.clew.aws.PerApplication;
import dev.clew.aws.messaging.KinesisEnvelope;
import dev.clew.aws.messaging.SnsEnvelope;
import dev.clew.aws.propagation.XRayHeader;
import dev.clew.instrument.Instruments;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Finds the senders of events and of their records: of API Gateway (REST and HTTP) and load
 * balancers, SQS, SNS, also SNS through SQS, Kinesis with Clew's envelope, streams of DynamoDB
 * whose items carry headers, EventBridge. Thread-safe; throws nothing.
 */
public final class LambdaEvents {

  private static final String TRACE_PARENT = "traceparent";
  private static final String EVENT_SOURCE = "eventSource";

  /** In an event of EventBridge's, where its sender has put it there. */
  static final String DETAIL_FIELD = "clew-trace";

  private static final PerApplication<TextMapPropagator> PROPAGATORS =
      new PerApplication<>(
          tracing -> Instruments.of(tracing.openTelemetry(), "dev.clew.lambda").propagator());

  private LambdaEvents() {}

  /** The records of an event; none where it has none. Each is as the event has it. */
  public static List<Object> records(Object event) {
    return new Node(event).get("Records").list().stream().map(Node::value).toList();
  }

  /**
   * What carries the sender of an event or a record, on top of what is current.
   *
   * @param event or a record of one: a map, a bean of a library of events, or JSON of the SDK's
   * @return the current context where it carries nothing
   */
  public static Context extract(Object event) {
    return extract(Context.current(), headers(new Node(event)));
  }

  static Context extract(Context context, Map<String, String> headers) {
    return headers.isEmpty()
        ? context
        : PROPAGATORS.current().extract(context, headers, HeaderGetter.INSTANCE);
  }

  /** The headers that an event, or a record of one, carries, by their names in any case. */
  static Map<String, String> headers(Node event) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    String source = event.get(EVENT_SOURCE).text();
    switch (source == null ? "" : source) {
      case "aws:sqs" -> sqs(event, headers);
      case "aws:sns" -> texts(event.get("Sns").get("MessageAttributes"), "Value", headers);
      case "aws:kinesis" -> kinesis(event.get("kinesis").get("data"), headers);
      case "aws:dynamodb" -> texts(event.get("dynamodb").get("NewImage"), "S", headers);
      default -> {
        multiple(event.get("multiValueHeaders"), headers);
        plain(event.get("headers"), headers);
        plain(event.get("detail").get(DETAIL_FIELD), headers);
      }
    }
    String parent = XRayHeader.traceParent(headers.get(XRayHeader.NAME));
    if (parent != null) {
      headers.putIfAbsent(TRACE_PARENT, parent);
    }
    return headers;
  }

  private static void sqs(Node record, Map<String, String> headers) {
    headers.putAll(SnsEnvelope.attributes(record.get("body").text()));
    texts(record.get("messageAttributes"), "stringValue", headers);
    String xRay = record.get("attributes").get("AWSTraceHeader").text();
    if (xRay != null) {
      headers.put(XRayHeader.NAME, xRay);
    }
  }

  private static void kinesis(Node data, Map<String, String> headers) {
    byte[] bytes = null;
    if (data.value() instanceof ByteBuffer buffer) {
      bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
    } else if (data.text() != null) {
      try {
        bytes = Base64.getDecoder().decode(data.text());
      } catch (IllegalArgumentException noBase64) {
        // Somebody has decoded it already.
      }
    }
    if (bytes != null) {
      headers.putAll(KinesisEnvelope.open(SdkBytes.fromByteArray(bytes)).headers());
    }
  }

  private static void texts(Node attributes, String member, Map<String, String> headers) {
    attributes.members().forEach((name, each) -> put(headers, name, each.get(member).text()));
  }

  private static void plain(Node members, Map<String, String> headers) {
    members.members().forEach((name, each) -> put(headers, name, each.text()));
  }

  private static void multiple(Node members, Map<String, String> headers) {
    members
        .members()
        .forEach(
            (name, each) ->
                each.list().stream().findFirst().ifPresent(one -> put(headers, name, one.text())));
  }

  private static void put(Map<String, String> headers, String name, String value) {
    if (value != null) {
      headers.put(name, value);
    }
  }
}

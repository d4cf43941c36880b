// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import dev.clew.aws.JsonText;
import dev.clew.aws.propagation.XRayHeader;
import dev.clew.aws.propagation.XRayPropagator;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What a request carries to whoever receives what is sent with it. Immutable.
 *
 * @param xRay X-Ray's header, which AWS's services know
 * @param shortXRay the same in at most 256 characters
 * @param headers those of {@code otel.propagators} but X-Ray's, for receivers that read them
 */
public record Outgoing(String xRay, String shortXRay, Map<String, String> headers) {

  private static final int MAX_SHORT = 256;

  /** Attributes that SQS takes of a message (SQS, "Message metadata"). */
  private static final int MAX_ATTRIBUTES = 10;

  /**
   * What carries a context.
   *
   * @return {@code null} where there is no span to be carried
   */
  public static Outgoing of(Context context, TextMapPropagator propagator) {
    String xRay = XRayPropagator.header(context);
    if (xRay == null) {
      return null;
    }
    Map<String, String> headers = new LinkedHashMap<>();
    propagator.inject(context, headers, Outgoing::put);
    headers.remove(XRayHeader.NAME);
    SpanContext span = Span.fromContext(context).getSpanContext();
    return new Outgoing(xRay, xRay.length() <= MAX_SHORT ? xRay : XRayHeader.write(span), headers);
  }

  private static void put(Map<String, String> headers, String name, String value) {
    if (headers != null && !value.isEmpty()) {
      headers.put(name, value);
    }
  }

  /**
   * A message's attributes with as many of the headers as there is room for; the same where one of
   * them is there already, because the application has put it there.
   *
   * @param value makes an attribute of a text
   */
  <V> Map<String, V> attributes(Map<String, V> own, Function<String, V> value) {
    if (headers.keySet().stream().anyMatch(own::containsKey)) {
      return own;
    }
    Map<String, V> all = new LinkedHashMap<>(own);
    headers.forEach(
        (name, text) -> {
          if (all.size() < MAX_ATTRIBUTES) {
            all.put(name, value.apply(text));
          }
        });
    return all;
  }

  /** What the headers take as attributes of a message, in bytes. */
  long size() {
    return Room.attributes(headers);
  }

  /** The headers as a JSON object. */
  String json() {
    return JsonText.text(headers);
  }
}

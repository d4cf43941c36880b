// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The headers that were asked for by name. There are no patterns: what carries secrets is recorded
 * only where somebody wrote its name. Immutable.
 */
final class CapturedHeaders {

  private static final int MAX_VALUES = 16;

  private final List<Captured> headers;

  private record Captured(String name, AttributeKey<List<String>> key) {}

  /**
   * @param prefix of the attributes, such as {@code http.request.header.}
   */
  CapturedHeaders(String prefix, List<String> names) {
    this.headers =
        names.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .distinct()
            .map(name -> new Captured(name, AttributeKey.stringArrayKey(prefix + name)))
            .toList();
  }

  /**
   * @param values gives the values of a header, perhaps {@code null}
   */
  void describe(Span span, Function<String, List<String>> values) {
    for (Captured header : headers) {
      List<String> found = values.apply(header.name());
      if (found != null && !found.isEmpty()) {
        span.setAttribute(
            header.key(), found.stream().limit(MAX_VALUES).map(CapturedHeaders::cut).toList());
      }
    }
  }

  boolean isEmpty() {
    return headers.isEmpty();
  }

  private static String cut(String value) {
    return value == null ? "" : Cut.to(Cut.HEADER, value);
  }
}

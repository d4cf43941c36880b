// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The headers that were asked for by name. There are no patterns: what carries secrets is recorded
 * only where somebody wrote its name. Immutable.
 */
final class CapturedHeaders {

  private static final int MAX_VALUES = 16;

  /** The attributes of headers, in the order in which these were asked for. */
  private final Map<String, AttributeKey<List<String>>> headers = new LinkedHashMap<>();

  /**
   * @param prefix of the attributes, such as {@code http.request.header.}
   */
  CapturedHeaders(String prefix, List<String> names) {
    for (String name : names) {
      String lower = name.toLowerCase(Locale.ROOT);
      headers.put(lower, AttributeKey.stringArrayKey(prefix + lower));
    }
  }

  /** Records what the message has of them. */
  void describe(Span span, HttpHeaders message) {
    if (headers.isEmpty()) {
      return;
    }
    for (Map.Entry<String, AttributeKey<List<String>>> header : headers.entrySet()) {
      List<String> found = message.headers(header.getKey());
      if (found != null && !found.isEmpty()) {
        span.setAttribute(header.getValue(), cut(found));
      }
    }
  }

  private static List<String> cut(List<String> found) {
    List<String> cut = new ArrayList<>();
    for (String value : found.subList(0, Math.min(found.size(), MAX_VALUES))) {
      cut.add(value == null ? "" : Cut.to(Cut.HEADER, value));
    }
    return cut;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.propagation;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.Map;
import java.util.TreeMap;

/** The headers of a request, whose names have no case. */
public final class Headers {

  private static final TextMapGetter<Map<String, String>> GETTER =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> headers) {
          return headers.keySet();
        }

        @Override
        public String get(Map<String, String> headers, String key) {
          return headers.get(key);
        }
      };

  private Headers() {}

  public static Context extracted(TextMapPropagator propagator, Map<String, String> given) {
    return extracted(propagator, Context.root(), given);
  }

  static Context extracted(TextMapPropagator propagator, Context onto, Map<String, String> given) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(given);
    return propagator.extract(onto, headers, GETTER);
  }

  static Map<String, String> injected(TextMapPropagator propagator, Context context) {
    Map<String, String> headers = new TreeMap<>();
    propagator.inject(context, headers, Map::put);
    return headers;
  }
}

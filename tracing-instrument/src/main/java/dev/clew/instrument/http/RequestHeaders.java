// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Iterator;
import java.util.List;

/** Lets propagators read the headers of requests that come in, and write those of others. */
enum RequestHeaders implements TextMapGetter<HttpServerRequest>, TextMapSetter<HttpClientRequest> {
  INSTANCE;

  @Override
  public Iterable<String> keys(HttpServerRequest request) {
    return request.headerNames();
  }

  /**
   * A header that came several times is one list (RFC 9110, section 5.3). That is what is meant of
   * {@code tracestate} and {@code baggage}; of headers that must not be repeated it makes a text
   * that no propagator takes for valid.
   */
  @Override
  public String get(HttpServerRequest request, String key) {
    List<String> values = request == null ? null : request.headers(key);
    if (values == null || values.isEmpty()) {
      return null;
    }
    return values.size() == 1 ? values.get(0) : String.join(",", values);
  }

  /**
   * Overrides a method of OpenTelemetry 1.50 and newer. The request must be an {@code Object} here:
   * the compiler makes no bridge to a method that its own version of OpenTelemetry has not.
   */
  public Iterator<String> getAll(Object request, String key) {
    List<String> values = request == null ? null : ((HttpServerRequest) request).headers(key);
    return values == null ? List.<String>of().iterator() : values.iterator();
  }

  @Override
  public void set(HttpClientRequest request, String key, String value) {
    if (request != null) {
      request.setHeader(key, value);
    }
  }
}

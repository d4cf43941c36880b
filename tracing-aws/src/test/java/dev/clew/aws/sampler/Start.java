// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import dev.clew.engine.sampler.Candidate;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import java.util.Map;

/** The start of a trace. */
record Start(long traceIdLow, Map<String, ?> attributes) implements Candidate {

  static Start of(String method, String path, String host) {
    return new Start(
        0, Map.of("http.request.method", method, "url.path", path, "server.address", host));
  }

  @Override
  public SpanContext parent() {
    return SpanContext.getInvalid();
  }

  @Override
  public long traceIdHigh() {
    return 1;
  }

  @Override
  public String name() {
    return "GET";
  }

  @Override
  public SpanKind kind() {
    return SpanKind.SERVER;
  }

  @Override
  public Object attribute(String key) {
    return attributes.get(key);
  }
}

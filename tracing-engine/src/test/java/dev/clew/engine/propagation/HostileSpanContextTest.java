// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Span contexts are an interface: one that lies about being valid must not reach a header. */
class HostileSpanContextTest {

  @ParameterizedTest
  @CsvSource({
    "'463ac35c9f6413ad48485a3953bb\r\nX:', 0020000000000001",
    "463ac35c9f6413ad48485a3953bb6124, '002000000000\r\nX'",
    "463AC35C9F6413AD48485A3953BB6124, 0020000000000001",
    "463ac35c9f6413ad48485a3953bb6124, 00200000000000011",
    "463ac35c9f6413ad48485a3953bb612\u00e9, 0020000000000001",
    "00000000000000000000000000000000, 0020000000000001",
    "463ac35c9f6413ad48485a3953bb6124, 0000000000000000",
    "'', ''",
  })
  void idsThatAreNoneAreNotInjected(String traceId, String spanId) {
    Context context = Context.root().with(Span.wrap(new Liar(traceId, spanId)));
    assertThat(Headers.injected(Testing.propagator("tracecontext,b3,b3multi,jaeger"), context))
        .extracting(Headers::asMap)
        .isEqualTo(Map.of());
  }

  private record Liar(String traceId, String spanId) implements SpanContext {
    @Override
    public boolean isValid() {
      return true;
    }

    @Override
    public String getTraceId() {
      return traceId;
    }

    @Override
    public String getSpanId() {
      return spanId;
    }

    @Override
    public TraceFlags getTraceFlags() {
      return TraceFlags.getSampled();
    }

    @Override
    public TraceState getTraceState() {
      return TraceState.getDefault();
    }

    @Override
    public boolean isRemote() {
      return false;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An OpenTelemetry that is not Clew's, and what it has recorded. Thread-safe. */
public final class Recorded implements SpanProcessor {

  private final List<SpanData> spans = new CopyOnWriteArrayList<>();
  private final OpenTelemetry openTelemetry;

  public Recorded() {
    this(Sampler.parentBased(Sampler.alwaysOn()));
  }

  public Recorded(Sampler sampler) {
    this.openTelemetry =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder().addSpanProcessor(this).setSampler(sampler).build())
            .setPropagators(
                ContextPropagators.create(
                    TextMapPropagator.composite(
                        W3CTraceContextPropagator.getInstance(),
                        W3CBaggagePropagator.getInstance())))
            .build();
  }

  public OpenTelemetry openTelemetry() {
    return openTelemetry;
  }

  public List<SpanData> spans() {
    return spans;
  }

  public SpanData only() {
    if (spans.size() != 1) {
      throw new AssertionError("expected one span, but got " + spans);
    }
    return spans.get(0);
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {}

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    spans.add(span.toSpanData());
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }
}

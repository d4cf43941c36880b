// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.encode;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.exporter.internal.otlp.traces.LowAllocationTraceRequestMarshaler;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The marshaler of OpenTelemetry's exporter in its newer mode, which reuses memory. */
final class SdkEncoding implements Encoding {

  private static final int REQUEST = 1 << 18;

  private final LowAllocationTraceRequestMarshaler marshaler =
      new LowAllocationTraceRequestMarshaler();
  private final ByteArrayOutputStream request = new ByteArrayOutputStream(REQUEST);
  private final List<SpanData> spans;

  SdkEncoding(List<Span> recording) {
    spans = recording.stream().map(SdkEncoding::ended).toList();
  }

  private static SpanData ended(Span span) {
    long start = ((ReadableSpan) span).toSpanData().getStartEpochNanos();
    span.end(start + DURATION, TimeUnit.NANOSECONDS);
    return ((ReadableSpan) span).toSpanData();
  }

  @Override
  public int encode() {
    request.reset();
    marshaler.initialize(spans);
    try {
      marshaler.writeBinaryTo(request);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      marshaler.reset();
    }
    return request.size();
  }

  /** What the last call has written: an OTLP {@code ExportTraceServiceRequest}. */
  byte[] request() {
    return request.toByteArray();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.tracer;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessorBuilder;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.concurrent.TimeUnit;

/** OpenTelemetry's SDK with the BatchSpanProcessor. */
public final class SdkTracing implements OpenTelemetrySource {

  private static final long PATIENCE_SECONDS = 10;

  /** As large as a heap of a gigabyte bears, and batches that take few hand-overs. */
  private static final int LARGE_QUEUE = 1 << 18;

  private static final int LARGE_BATCH = 1 << 13;

  private final CountingExporter counting;
  private final OpenTelemetrySdk sdk;

  /** Starts it as it is by default, with an exporter that only counts. */
  public SdkTracing(double rate) {
    this(rate, new CountingExporter(), false);
  }

  private SdkTracing(double rate, CountingExporter counting, boolean large) {
    this(rate, counting, batches(BatchSpanProcessor.builder(counting), large));
  }

  private SdkTracing(double rate, CountingExporter counting, BatchSpanProcessor processor) {
    this.counting = counting;
    this.sdk =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(rate)))
                    .addSpanProcessor(processor)
                    .build())
            .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
            .build();
  }

  /** Starts it so that it drops as little as it can, with an exporter that only counts. */
  static SdkTracing withLargeQueue(double rate) {
    return new SdkTracing(rate, new CountingExporter(), true);
  }

  /**
   * Starts it with its OTLP/HTTP exporter.
   *
   * @param large with a queue and batches that drop as little as they can, else by default
   */
  static SdkTracing sending(int port, boolean large) {
    OtlpHttpSpanExporter exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint("http://127.0.0.1:" + port + "/v1/traces")
            .build();
    return new SdkTracing(
        1, new CountingExporter(), batches(BatchSpanProcessor.builder(exporter), large));
  }

  private static BatchSpanProcessor batches(BatchSpanProcessorBuilder builder, boolean large) {
    return large
        ? builder.setMaxQueueSize(LARGE_QUEUE).setMaxExportBatchSize(LARGE_BATCH).build()
        : builder.build();
  }

  @Override
  public OpenTelemetry openTelemetry() {
    return sdk;
  }

  @Override
  public void flush() {
    sdk.getSdkTracerProvider().forceFlush().join(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public long delivered() {
    flush();
    return counting.exported();
  }

  @Override
  public void close() {
    sdk.close();
  }
}

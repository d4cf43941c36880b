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
import java.util.function.UnaryOperator;

/** OpenTelemetry's SDK with the BatchSpanProcessor. */
public final class SdkTracing implements OpenTelemetrySource {

  private static final long PATIENCE_SECONDS = 10;

  /** Larger than what two threads record before a processor's thread is next given time. */
  private static final int LARGE_QUEUE = 1 << 18;

  /** What a receiver's pause fills, and no more: what waits here is what a collector copies. */
  private static final int SENDING_QUEUE = 1 << 13;

  /** Few hand-overs and few requests; larger ones gain nothing. */
  private static final int LARGE_BATCH = 1 << 11;

  private final CountingExporter counting;
  private final OpenTelemetrySdk sdk;
  private volatile boolean closed;

  /** Starts it as it is by default, with an exporter that only counts. */
  public SdkTracing(double rate) {
    this(rate, new CountingExporter(), UnaryOperator.identity());
  }

  private SdkTracing(
      double rate, CountingExporter counting, UnaryOperator<BatchSpanProcessorBuilder> batches) {
    this(rate, counting, batches.apply(BatchSpanProcessor.builder(counting)).build());
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
    return new SdkTracing(rate, new CountingExporter(), batches -> large(batches, LARGE_QUEUE));
  }

  /** Starts it with its OTLP/HTTP exporter, so that it delivers as much as it can. */
  static SdkTracing sending(int port) {
    OtlpHttpSpanExporter exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint("http://127.0.0.1:" + port + "/v1/traces")
            .build();
    BatchSpanProcessorBuilder batches = BatchSpanProcessor.builder(exporter);
    return new SdkTracing(1, new CountingExporter(), large(batches, SENDING_QUEUE).build());
  }

  private static BatchSpanProcessorBuilder large(BatchSpanProcessorBuilder batches, int queue) {
    return batches.setMaxQueueSize(queue).setMaxExportBatchSize(LARGE_BATCH);
  }

  @Override
  public OpenTelemetry openTelemetry() {
    return sdk;
  }

  /** Once closed, everything has been sent, and nobody would answer. */
  @Override
  public void flush() {
    if (closed) {
      return;
    }
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
    closed = true;
  }
}

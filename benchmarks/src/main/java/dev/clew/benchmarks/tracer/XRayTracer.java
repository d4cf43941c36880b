// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.tracer;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.AWSXRayRecorderBuilder;
import com.amazonaws.xray.emitters.Emitter;
import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.Subsegment;
import com.amazonaws.xray.entities.TraceHeader;
import com.amazonaws.xray.strategy.sampling.SamplingRequest;
import com.amazonaws.xray.strategy.sampling.SamplingResponse;
import com.amazonaws.xray.strategy.sampling.SamplingStrategy;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The AWS X-Ray SDK with the faster of its two generators of ids, and an emitter that only counts.
 */
final class XRayTracer implements TestedTracer {

  private final AtomicLong emitted = new AtomicLong();
  private final AWSXRayRecorder recorder;

  XRayTracer(double rate) {
    this.recorder =
        AWSXRayRecorderBuilder.standard()
            .withFastIdGenerator()
            .withSamplingStrategy(new Ratio(rate))
            .withEmitter(new Counting())
            .build();
  }

  @Override
  public void span() {
    root(0, null);
  }

  @Override
  public void tree() {
    root(3, null);
  }

  @Override
  public void tree(Values values) {
    root(3, values);
  }

  /** Without values it says the same each time. */
  private void root(int deep, Values values) {
    describe(recorder.beginSegmentWithSampling("root"), values);
    try {
      if (deep > 0) {
        nested(deep, values);
      }
    } finally {
      recorder.endSegment();
    }
  }

  private void nested(int deep, Values values) {
    describe(recorder.beginSubsegment("child"), values);
    try {
      if (deep > 1) {
        nested(deep - 1, values);
      }
    } finally {
      recorder.endSubsegment();
    }
  }

  private static void describe(Entity entity, Values values) {
    entity.putAnnotation("method", values == null ? "GET" : values.text());
    entity.putAnnotation("route", values == null ? "/orders/{id}" : values.text());
    Number fixed = 200;
    entity.putAnnotation("status", values == null ? fixed : values.number());
  }

  @Override
  public void child() {
    nested(1, null);
  }

  @Override
  public Runnable enterUnsampled() {
    recorder.beginNoOpSegment();
    return recorder::endSegment;
  }

  @Override
  public Map<String, String> caller(boolean sampled) {
    return Map.of(
        TraceHeader.HEADER_KEY,
        "Root=1-0af76519-16cd43dd8448eb211c80319c;Parent=b7ad6b7169203331;Sampled="
            + (sampled ? 1 : 0));
  }

  /** As the SDK's servlet filter does it. */
  @Override
  public void hop(Map<String, String> caller, Map<String, String> outgoing) {
    TraceHeader header = TraceHeader.fromString(caller.get(TraceHeader.HEADER_KEY));
    boolean sampled = header.getSampled() == TraceHeader.SampleDecision.SAMPLED;
    Segment segment =
        sampled
            ? recorder.beginSegment("GET /orders", header.getRootTraceId(), header.getParentId())
            : recorder.beginNoOpSegment(header.getRootTraceId());
    outgoing.put(TraceHeader.HEADER_KEY, TraceHeader.fromEntity(segment).toString());
    recorder.endSegment();
  }

  @Override
  public long delivered() {
    return emitted.get();
  }

  @Override
  public void close() {
    recorder.clearTraceEntity();
  }

  private record Ratio(double rate) implements SamplingStrategy {

    @Override
    public SamplingResponse shouldTrace(SamplingRequest request) {
      return new SamplingResponse(ThreadLocalRandom.current().nextDouble() < rate);
    }

    @Override
    public boolean isForcedSamplingSupported() {
      return false;
    }
  }

  private final class Counting extends Emitter {

    @Override
    public boolean sendSegment(Segment segment) {
      emitted.addAndGet(1 + segment.getTotalSize().sum());
      return true;
    }

    @Override
    public boolean sendSubsegment(Subsegment subsegment) {
      emitted.incrementAndGet();
      return true;
    }
  }
}

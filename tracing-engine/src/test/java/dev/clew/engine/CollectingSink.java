// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.clew.api.spi.SpanSink;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Keeps what it is given, read by OpenTelemetry's own protobuf classes. */
class CollectingSink implements SpanSink {

  final List<Span> spans = new CopyOnWriteArrayList<>();
  final List<ScopeSpans> scopes = new CopyOnWriteArrayList<>();
  final List<Integer> scopeOfSpan = new CopyOnWriteArrayList<>();
  final List<Long> started = new CopyOnWriteArrayList<>();
  volatile ResourceSpans resource;
  volatile int maxSpanBytes = 1 << 20;
  private volatile Supplier<Map<String, Long>> shown = Map::of;

  @Override
  public void resource(byte[] resourcePrefix) {
    try {
      resource = ResourceSpans.parseFrom(resourcePrefix);
    } catch (InvalidProtocolBufferException malformed) {
      throw new AssertionError(malformed);
    }
  }

  @Override
  public synchronized int scope(byte[] scopePrefix) {
    try {
      scopes.add(ScopeSpans.parseFrom(scopePrefix));
      return scopes.size() - 1;
    } catch (InvalidProtocolBufferException malformed) {
      throw new AssertionError(malformed);
    }
  }

  @Override
  public void started(long traceIdHigh, long traceIdLow, long spanId) {
    started.add(spanId);
  }

  @Override
  public void show(Supplier<Map<String, Long>> counts) {
    shown = counts;
  }

  /** What the engine counts, now. */
  Map<String, Long> counts() {
    return shown.get();
  }

  @Override
  public int maxSpanBytes() {
    return maxSpanBytes;
  }

  @Override
  public synchronized boolean offer(int scope, byte[] bytes, int offset, int length) {
    try {
      spans.add(Span.parser().parseFrom(bytes, offset, length));
      scopeOfSpan.add(scope);
      return true;
    } catch (InvalidProtocolBufferException malformed) {
      throw new AssertionError(malformed);
    }
  }

  /** The only span so far. */
  Span only() {
    if (spans.size() != 1) {
      throw new AssertionError(spans.size() + " spans: " + spans);
    }
    return spans.get(0);
  }

  Span named(String name) {
    return spans.stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + spans));
  }
}

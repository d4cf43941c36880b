// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.instrument.runtime.Lease;
import dev.clew.instrument.runtime.Startup;
import dev.clew.instrument.runtime.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

/**
 * What is kept of a span that has ended is its bytes: the object can be collected at once, though
 * nobody has received it. The receiver here takes connections and never answers.
 */
@Timeout(120)
@SuppressWarnings("try") // scopes are opened for their effect
class EndedSpansTest {

  private static final int TREES = 20;
  private static final int DEPTH = 4;

  private final Map<String, String> before = new HashMap<>();
  private final List<WeakReference<Object>> ended = new ArrayList<>();
  private ServerSocket silent;
  private Lease lease;

  @BeforeEach
  void listen() throws Exception {
    silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    set("otel.traces.exporter", "otlp");
    set("otel.exporter.otlp.endpoint", "http://127.0.0.1:" + silent.getLocalPort());
    set("clew.shutdown.timeout", "1ms");
    set("clew.sampler.ratelimited.traces", "1000");
    set("clew.sampler.adaptive.spans", "100000");
    set("clew.sampler.tail.ratio", "1");
  }

  @AfterEach
  void stop() throws Exception {
    lease.close();
    silent.close();
    before.forEach(
        (key, value) -> {
          if (value == null) {
            System.clearProperty(key);
          } else {
            System.setProperty(key, value);
          }
        });
    assertThat(Context.current()).isSameAs(Context.root());
    assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "always_on",
        "parentbased_always_on",
        "traceidratio",
        "probability",
        "parentbased_probability",
        "ratelimited",
        "adaptive",
        "tail"
      })
  void aSpanThatHasEndedIsNotReachableThoughItHasNotBeenSent(String sampler) {
    Tracer tracer = start(sampler);
    for (int i = 0; i < TREES; i++) {
      Span root = tracer.spanBuilder("root").setNoParent().startSpan();
      recordBelow(root, tracer, DEPTH);
      end(root);
    }
    assertCollected();
    assertThat(lease.tracing().counts())
        .containsEntry("otlp.pending", (long) TREES * (DEPTH + 1))
        .containsEntry("otlp.sent", 0L);
  }

  @Test
  void ofATraceThatIsUndecidedTailHoldsBytesOnly() {
    Tracer tracer = start("tail");
    Span root = tracer.spanBuilder("root").setNoParent().startSpan();
    recordBelow(root, tracer, DEPTH);

    assertCollected();
    assertThat(root.isRecording()).isTrue();
    assertThat(lease.tracing().counts())
        .containsEntry("otlp.pending", 0L)
        .hasEntrySatisfying("sampler.held.bytes", bytes -> assertThat(bytes).isPositive());

    root.end();
    assertThat(lease.tracing().counts()).containsEntry("otlp.pending", DEPTH + 1L);
  }

  /** A chain of spans, each current while those below are recorded. */
  private void recordBelow(Span parent, Tracer tracer, int deep) {
    try (Scope current = parent.makeCurrent()) {
      assertThat(MDC.get("span_id")).isEqualTo(parent.getSpanContext().getSpanId());
      if (deep > 0) {
        Span span = tracer.spanBuilder("child").startSpan();
        assertThat(span.isRecording()).isTrue();
        span.setAttribute("depth", deep).addEvent("recorded");
        recordBelow(span, tracer, deep - 1);
        end(span);
      }
    }
  }

  private void end(Span span) {
    span.end();
    ended.add(new WeakReference<>(span));
  }

  private void assertCollected() {
    while (!ended.stream().allMatch(span -> span.refersTo(null))) {
      assertThat(Thread.currentThread().isInterrupted()).as("timed out").isFalse();
      System.gc();
    }
    // What has sent nothing yet is still there.
    Reference.reachabilityFence(lease);
  }

  private Tracer start(String sampler) {
    set("otel.traces.sampler", sampler);
    lease = Tracing.start(new Startup(EndedSpansTest.class.getClassLoader(), "ended"));
    return lease.tracing().openTelemetry().getTracer("test");
  }

  private void set(String key, String value) {
    before.put(key, System.setProperty(key, value));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.clew.api.spi.SpanSink;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Counts bytes, which do not depend on how fast a machine is: once the compiler has done its work,
 * a round without allocation must come.
 */
@SuppressWarnings("try") // A scope is there to be closed, not to be used.
class AllocationTest {

  private static final int ROUNDS = 100;
  private static final int OPERATIONS = 50_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void anUnsampledChildOfAnUnsampledParentAllocatesNothing() {
    TestEngine engine = new TestEngine(Map.of("otel.traces.sampler", "parentbased_always_off"));
    Tracer tracer = engine.tracer();
    Span parent = engine.span("parent");
    try (Scope current = parent.makeCurrent()) {
      assertAllocatesNothing(
          () -> {
            Span child = tracer.spanBuilder("child").setSpanKind(SpanKind.CLIENT).startSpan();
            try (Scope scope = child.makeCurrent()) {
              child.setAttribute("a", "text").setAttribute("b", 1234567L).setAttribute("c", true);
            }
            child.end();
          });
    }
  }

  @Test
  void encodingAndHandingOverASpanAllocatesNothing() {
    TestEngine engine = new TestEngine(Map.of());
    RecordingSpan span = (RecordingSpan) engine.span("span \u00fcber \uD83D\uDE00");
    span.setAttribute("text", "value").setAttribute("n", 1L).setAttribute("b", true);
    span.addEvent("event").setStatus(StatusCode.ERROR, "broken");
    Faults faults = new Faults((id, message) -> {});
    Outlet outlet = new Outlet(new IgnoringSink(), new byte[0], faults);

    assertAllocatesNothing(() -> outlet.finished(0, span, span, ManualClock.START));
  }

  /** A round in which next to nothing was allocated: the runtime itself needs a little. */
  private static void assertAllocatesNothing(Runnable operation) {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && least >= OPERATIONS; round++) {
      long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      for (int i = 0; i < OPERATIONS; i++) {
        operation.run();
      }
      least =
          Math.min(least, THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
    }
    assertThat(least).as("bytes in " + OPERATIONS + " operations").isLessThan(OPERATIONS);
  }

  private static final class IgnoringSink implements SpanSink {
    @Override
    public void resource(byte[] resourcePrefix) {}

    @Override
    public int scope(byte[] scopePrefix) {
      return 0;
    }

    @Override
    public int maxSpanBytes() {
      return 65_536;
    }

    @Override
    public boolean offer(int scope, byte[] bytes, int offset, int length) {
      return true;
    }
  }
}

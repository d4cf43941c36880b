// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.assertions;

import static dev.clew.testkit.assertions.TraceAssertions.assertThatTrace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.testkit.Traces;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TracesAssertTest {

  @RegisterExtension
  final TracingExtension tracing =
      TracingExtension.builder().waitAtMost(Duration.ofMillis(200)).build();

  @Test
  void waitsForSpansThatEndLater(Traces traces, Tracer tracer) {
    Span request = tracer.spanBuilder("request").startSpan();
    Span step = child(tracer, "step", request);
    Thread worker = new Thread(() -> endAfter(step, request));
    worker.start();

    assertThatTrace(traces).hasTree("request > step").hasServices("test");
    assertThat(traces.untaken()).isEmpty();
  }

  @Test
  void takesOnlyTheTraceThatItIsAskedFor(Traces traces, Tracer tracer) {
    tracer.spanBuilder("one").startSpan().end();
    tracer.spanBuilder("two").startSpan().end();
    tracer.spanBuilder("three").startSpan().end();

    assertThatTrace(traces).hasTree("two");
    assertThatTrace(traces).hasSpan("three").root().isRoot();
    assertThatTrace(traces).hasSpans(1).span("one").hasService("test");
  }

  @Test
  void showsTheTraceThatIsMostAlike(Traces traces, Tracer tracer) {
    tracer.spanBuilder("other").startSpan().end();
    Span request = tracer.spanBuilder("request").startSpan();
    child(tracer, "stop", request).end();
    request.end();
    traces.ignoreOthers();

    assertThatThrownBy(() -> assertThatTrace(traces).hasTree("request > step"))
        .hasMessageContaining("test: stop (internal)   <-- expected here: step")
        .hasMessageEndingWith("and 1 other traces are less alike");
    assertThatThrownBy(() -> assertThatTrace(traces).hasSpans(3))
        .hasMessageContaining("no trace with 3 spans came, but:")
        .hasMessageContaining("test: other (internal)");
    assertThatThrownBy(() -> assertThatTrace(traces).hasSpan("step"))
        .hasMessageContaining("no complete trace with a span \"step\" came, but:");
  }

  @Test
  void saysThatThereIsNone(Traces traces) {
    assertThatThrownBy(() -> assertThatTrace(traces).hasTree("a"))
        .hasMessage("no trace came with the tree\n  a\nbut:\n  (no span)");
  }

  private static Span child(Tracer tracer, String name, Span parent) {
    return tracer.spanBuilder(name).setParent(Context.root().with(parent)).startSpan();
  }

  private static void endAfter(Span first, Span second) {
    first.end();
    second.end();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.instrument.runtime.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that are right or wrong in one way each. Not found by name: others run them. */
class StrictExamples {

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  @Test
  void takesItsSpans() {
    Span parent = start("parent");
    try (Scope scope = parent.makeCurrent()) {
      assertThat(scope).isNotNull();
      start("child").end();
    } finally {
      parent.end();
    }
    FinishedSpan child = tracing.takeOne();
    assertThat(child.isChildOf(tracing.take("parent"))).isTrue();
  }

  @Test
  void startsOverWithOtherSettings() {
    tracing.configure(Map.of("otel.traces.sampler", "always_off"));
    start("unsampled").end();
    assertThat(Tracing.current().openTelemetry()).isSameAs(tracing.openTelemetry());
  }

  @Test
  void doesNotTakeItsSpan() {
    start("left").end();
  }

  @Test
  void doesNotFinishItsSpan() {
    start("open");
  }

  @Test
  void finishesOnlyTheChild() {
    Context parent = Context.root().with(start("parent"));
    tracing.tracer().spanBuilder("child").setParent(parent).startSpan().end();
    tracing.take("child");
  }

  @Test
  void leaksScope() {
    Span span = start("span");
    span.makeCurrent();
    span.end();
    tracing.takeOne();
  }

  @Test
  void leaksScopeOnAnotherThread() throws InterruptedException {
    Span span = start("span");
    Thread other = new Thread(span::makeCurrent);
    other.start();
    other.join();
    span.end();
    tracing.takeOne();
  }

  @Test
  void closesScopeOnAnotherThread() throws InterruptedException {
    Span span = start("span");
    Scope scope = span.makeCurrent();
    Thread other = new Thread(scope::close);
    other.start();
    other.join();
    span.end();
    tracing.takeOne();
  }

  @Test
  void recordsUnknownAttribute() {
    start("span").setAttribute("orders", 1).end();
    tracing.takeOne();
  }

  @Test
  void takesMoreThanThereIs() {
    start("span").end();
    tracing.ignoreOthers();
    tracing.takeAll(2);
  }

  private Span start(String name) {
    return tracing.tracer().spanBuilder(name).startSpan();
  }
}

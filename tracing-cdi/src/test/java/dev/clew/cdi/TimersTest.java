// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.Traced;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls as the container of enterprise beans makes them for a timer. */
@SuppressWarnings("try") // scopes are opened for their effect
class TimersTest {

  @Order(1)
  @RegisterExtension
  final TracingExtension tracing = TracingExtension.create();

  @Order(2)
  @RegisterExtension
  final WeldExtension weld = new WeldExtension();

  @Test
  void whatTheThreadHasLeftIsNotTheParent() throws Exception {
    Span left = tracing.tracer().spanBuilder("left").startSpan();
    try (Scope scope = left.makeCurrent()) {
      Context before = Context.current();
      assertThat(extension().timerMethods().aroundTimeout(CallOf.current(new Plain(), "done")))
          .isEqualTo("done");
      assertThat(Context.current()).isSameAs(before);
    }
    left.end();
    FinishedSpan run = tracing.take("Plain.current");
    assertThat(run.isRoot()).isTrue();
    assertThat(run.links()).isEmpty();
    assertThat(run.traceId()).isNotEqualTo(tracing.take("left").traceId());
  }

  @Test
  void whatTheApplicationSaysOfTheMethodBeatsIt() throws Exception {
    ClewExtension extension = extension();
    for (Object bean : new Object[] {new Named(), new SwitchedOff(), new Other()}) {
      extension.timerMethods().aroundTimeout(CallOf.current(bean, "done"));
    }
    extension.tracedMethods().aroundTimeout(CallOf.current(new Named(), "done"));
    assertThat(tracing.takeOne().name()).isEqualTo("by name");
    extension.withSpanMethods().aroundTimeout(CallOf.current(new Other(), "done"));
    assertThat(tracing.takeOne().name()).isEqualTo("other");
  }

  @Test
  void canBeSwitchedOff() {
    tracing.configure(Map.of("clew.timers.enabled", "false"));
    assertThat(extension().timerMethods()).isNull();
  }

  private ClewExtension extension() {
    return weld.start(Plain.class).select(ClewExtension.class).get();
  }

  static class Plain {
    Object current() {
      return null;
    }
  }

  static class Named {
    @Traced(operationName = "by name")
    Object current() {
      return null;
    }
  }

  static class SwitchedOff {
    @Traced(false)
    Object current() {
      return null;
    }
  }

  static class Other {
    @WithSpan("other")
    Object current() {
      return null;
    }
  }
}

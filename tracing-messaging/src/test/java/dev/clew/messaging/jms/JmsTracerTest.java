// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.testkit.TracingExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JmsTracerTest {

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  @Test
  void whatIsInjectedForEachRequestSharesOne() {
    JmsTracer tracer = JmsTracer.current(null);

    assertThat(tracer).isNotNull();
    assertThat(JmsTracer.current(null)).isSameAs(tracer);
    assertThat(JmsTracer.current(tracer)).isSameAs(tracer);
  }

  @Test
  void eachApplicationHasItsOwn() {
    JmsTracer tracer = JmsTracer.current(null);
    tracing.configure(Map.of("clew.messaging.consumer", "link"));

    assertThat(JmsTracer.current(tracer)).isNotNull().isNotSameAs(tracer);
    assertThat(JmsTracer.current(null)).isNotSameAs(tracer);
  }
}

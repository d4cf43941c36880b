// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each of the engine's own samplers, under the collector that lets nothing pass. */
class SamplersTest {

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  @Test
  void tailSaysWhyATraceWasKept() {
    failingRequest("tail");

    assertThat(tracing.take("child").text("clew.sampler.rule")).isNull();
    assertThat(tracing.take("root").text("clew.sampler.rule")).isEqualTo("error");
  }

  @Test
  void adaptiveSaysWithWhichProbabilityATraceWasSampled() {
    failingRequest("adaptive");

    assertThat(tracing.take("root").attribute(doubleKey("clew.sampler.probability"))).isEqualTo(1);
    tracing.take("child");
  }

  @Test
  void rateLimitedSaysHowManyTracesItLeftOut() {
    failingRequest("ratelimited");

    assertThat(tracing.take("root").attribute(longKey("clew.sampler.skipped"))).isZero();
    tracing.take("child");
  }

  private void failingRequest(String sampler) {
    tracing.configure(Map.of("clew.traces.sampler", sampler));
    Span root = tracing.tracer().spanBuilder("root").startSpan();
    Span child =
        tracing.tracer().spanBuilder("child").setParent(Context.root().with(root)).startSpan();
    child.setStatus(StatusCode.ERROR).end();
    root.end();
  }
}

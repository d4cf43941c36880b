// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.Map;
import org.junit.jupiter.api.Test;

class XRayLambdaPropagatorTest {

  private static final String INVOCATION = header("5759e988-bd862e3fe1be46a994272793");
  private static final String EVENT = header("8a3c60f7-d188f8fa79d48a391a778fa6");

  @Test
  void invocationBeatsTheEvent() {
    assertThat(root(extracted(INVOCATION, Context.root()))).startsWith("5759e988");
  }

  @Test
  void eventIsReadWhereThereIsNoInvocation() {
    assertThat(root(extracted(null, Context.root()))).startsWith("8a3c60f7");
    assertThat(root(extracted("", Context.root()))).startsWith("8a3c60f7");
  }

  @Test
  void withinASpanOnlyTheEventIsRead() {
    Span current = Span.wrap(XRayHeader.read(INVOCATION).spanContext());

    assertThat(root(extracted(INVOCATION, Context.root().with(current)))).startsWith("8a3c60f7");
  }

  @Test
  void propertyOfTheInvocationBeatsTheVariable() {
    Map<String, String> variables = Map.of("_X_AMZN_TRACE_ID", "variable");

    assertThat(Invocation.header(key -> null, variables::get)).isEqualTo("variable");
    assertThat(Invocation.header(key -> "", variables::get)).isEqualTo("variable");
    assertThat(
            Invocation.header(
                Map.of("com.amazonaws.xray.traceHeader", "property")::get, variables::get))
        .isEqualTo("property");
  }

  private static Context extracted(String invocation, Context onto) {
    return Headers.extracted(
        new XRayLambdaPropagator(() -> invocation), onto, Map.of(XRayHeader.NAME, EVENT));
  }

  private static String root(Context context) {
    return Span.fromContext(context).getSpanContext().getTraceId();
  }

  private static String header(String root) {
    return "Root=1-" + root + ";Parent=53995c3f42cd8ad8;Sampled=1";
  }
}

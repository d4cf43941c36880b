// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstrumentationScopeTest {

  private final TestEngine engine = new TestEngine(Map.of());
  private final TracerProvider provider = engine.openTelemetry().getTracerProvider();

  @Test
  void spansCarryTheScopeOfTheirTracer() {
    provider.get("a").spanBuilder("of a").startSpan().end();
    Tracer b =
        provider
            .tracerBuilder("b")
            .setInstrumentationVersion("1.2")
            .setSchemaUrl("https://example.com/1")
            .build();
    b.spanBuilder("of b").startSpan().end();

    var scope = engine.sink.scopes.get(engine.sink.scopeOfSpan.get(1));
    assertThat(scope.getScope())
        .isEqualTo(InstrumentationScope.newBuilder().setName("b").setVersion("1.2").build());
    assertThat(scope.getSchemaUrl()).isEqualTo("https://example.com/1");
    assertThat(engine.sink.scopes.get(engine.sink.scopeOfSpan.get(0)).getScope().getName())
        .isEqualTo("a");
  }

  @Test
  void theSameScopeIsTheSameTracer() {
    assertThat(provider.get("a", "1")).isSameAs(provider.get("a", "1"));
    assertThat(provider.get("a", "1")).isNotSameAs(provider.get("a", "2"));
    assertThat(provider.get(null)).isSameAs(provider.get(""));
    assertThat(engine.sink.scopes).hasSize(3);
  }

  @Test
  void everNewScopesDoNotFillTheMemory() {
    for (int i = 0; i < 2 * ClewTracerProvider.MAX_SCOPES; i++) {
      provider.get("scope " + i).spanBuilder("s").startSpan().end();
    }

    assertThat(engine.sink.scopes).hasSize(ClewTracerProvider.MAX_SCOPES + 1);
    assertThat(engine.sink.spans).hasSize(2 * ClewTracerProvider.MAX_SCOPES);
    assertThat(engine.problems).singleElement().asString().startsWith("CLEW-0104");
  }
}

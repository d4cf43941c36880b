// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanOnTopTest {

  private static final ContextKey<String> KEY = ContextKey.named("key");
  private static final ContextKey<String> OTHER = ContextKey.named("other");

  private final TestEngine engine = new TestEngine(Map.of());
  private final Span span = engine.span("span");
  private final Context before = Context.root().with(KEY, "before");

  @Test
  void theSpanIsFoundAndSoIsWhatWasThereBefore() {
    Context context = before.with(span);

    assertThat(Span.fromContext(context)).isSameAs(span);
    assertThat(context.get(KEY)).isEqualTo("before");
    assertThat(context.get(OTHER)).isNull();
  }

  @Test
  void aSpanTakesThePlaceOfAnother() {
    Span inner = engine.span("inner");
    Context outer = before.with(span);
    Context context = outer.with(inner);

    assertThat(Span.fromContext(context)).isSameAs(inner);
    assertThat(Span.fromContext(outer)).isSameAs(span);
    assertThat(context.get(KEY)).isEqualTo("before");
  }

  @Test
  void aForeignSpanTakesThePlaceOfOursAndOursOfIt() {
    Span foreign = Span.wrap(span.getSpanContext());
    Context context = before.with(span).with(foreign);

    assertThat(Span.fromContext(context)).isSameAs(foreign);
    assertThat(Span.fromContext(context.with(span))).isSameAs(span);
  }

  @Test
  void whatIsAddedLaterLeavesTheSpanWhereItIs() {
    Baggage baggage = Baggage.builder().put("a", "b").build();
    Context context = before.with(span).with(KEY, "after").with(baggage);

    assertThat(Span.fromContext(context)).isSameAs(span);
    assertThat(context.get(KEY)).isEqualTo("after");
    assertThat(Baggage.fromContext(context)).isEqualTo(baggage);
    assertThat(before.get(KEY)).isEqualTo("before");
  }

  @Test
  @SuppressWarnings("try") // A scope is there to be closed, not to be used.
  void itIsCurrentWhileItsScopeIsOpen() {
    Context context = before.with(span);
    try (Scope scope = context.makeCurrent()) {
      assertThat(Context.current()).isSameAs(context);
      assertThat(Span.current().makeCurrent()).isSameAs(Scope.noop());
    }
    assertThat(Context.current()).isSameAs(Context.root());
  }

  /** However deep spans are nested, what was there before the first one is one step away. */
  @Test
  void nestingDoesNotMakeItLonger() {
    Context context = before;
    for (int i = 0; i < 100; i++) {
      context = context.with(engine.span("span " + i));
    }
    assertThat(context.toString().split("rest=")).hasSize(2);
    assertThat(context.toString()).contains("span 99").doesNotContain("span 98");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.Traced;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.function.Supplier;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What applications can have injected, and that it follows what is current. */
@SuppressWarnings("try")
class InjectionTest {

  @Order(1)
  @RegisterExtension
  final TracingExtension tracing = TracingExtension.create();

  @Order(2)
  @RegisterExtension
  final WeldExtension weld = new WeldExtension();

  @Test
  void openTelemetryIsTheOneThatRecords() {
    Holder holder = weld.bean(Holder.class);
    assertThat(holder.openTelemetry().getTracerProvider())
        .isSameAs(tracing.openTelemetry().getTracerProvider());
  }

  @Test
  void theTracerIsTheApplications() {
    weld.bean(Holder.class).tracer().spanBuilder("mine").startSpan().end();
    FinishedSpan span = tracing.takeOne();
    assertThat(span.name()).isEqualTo("mine");
    assertThat(span.scope()).isEqualTo("test");
  }

  @Test
  void theSpanIsWhicheverIsCurrent() {
    Holder holder = weld.bean(Holder.class);
    assertThat(holder.current()).isEqualTo(SpanContext.getInvalid());
    SpanContext first = holder.traced(holder::current);
    SpanContext second = holder.traced(holder::current);
    assertThat(tracing.takeAll(2))
        .extracting(FinishedSpan::spanId)
        .containsExactly(first.getSpanId(), second.getSpanId());
  }

  @Test
  void theSpanTakesWhatIsSaidOfTheCurrentOne() {
    Holder holder = weld.bean(Holder.class);
    holder.traced(() -> holder.span().setAttribute("clew.test.said", "yes").updateName("renamed"));
    FinishedSpan span = tracing.takeOne();
    assertThat(span.name()).isEqualTo("renamed");
    assertThat(span.text("clew.test.said")).isEqualTo("yes");
  }

  @Test
  void theSpanPutIntoAContextIsTheCurrentOneItself() {
    Holder holder = weld.bean(Holder.class);
    Context context = holder.traced(() -> Context.root().with(holder.span()));
    assertThat(Span.fromContext(context).getSpanContext().getSpanId())
        .isEqualTo(tracing.takeOne().spanId());
    try (var scope = context.makeCurrent()) {
      assertThat(holder.current().isValid()).isTrue();
    }
    assertThat(holder.current().isValid()).isFalse();
  }

  @Test
  void theBaggageIsWhicheverIsCurrent() {
    Holder holder = weld.bean(Holder.class);
    assertThat(holder.baggage().isEmpty()).isTrue();
    try (var scope = Baggage.builder().put("customer", "gold").build().makeCurrent()) {
      assertThat(holder.baggage().getEntryValue("customer")).isEqualTo("gold");
      assertThat(holder.baggage().toBuilder().put("more", "1").build().size()).isEqualTo(2);
    }
    assertThat(holder.baggage().isEmpty()).isTrue();
  }

  @Test
  void whatIsInjectedEqualsItself() {
    Span span = Following.span();
    assertThat(span).isEqualTo(span).hasSameHashCodeAs(span);
    assertThat(span.toString()).isEqualTo(Span.current().toString());
  }

  @Test
  void aBeanThatIsPassivatedMayHoldAllOfThem() throws Exception {
    var container = weld.start(Session.class, Holder.class);
    Holder copy = copied(container.select(Holder.class).get());
    assertThat(copy.traced(copy::current).isValid()).isTrue();
    tracing.takeOne();
  }

  @Test
  void anInterceptorFindsTracingAgainAfterActivation() throws Exception {
    weld.start(Holder.class);
    TracedInterceptor copy = copied(new TracedInterceptor());
    assertThat(copy.aroundInvoke(CallOf.current(new Holder(), "called"))).isEqualTo("called");
    assertThat(tracing.takeOne().name()).isEqualTo(Holder.class.getName() + ".current");
  }

  @SuppressWarnings("unchecked")
  private static <T> T copied(T object) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }

  @ApplicationScoped
  static class Holder {
    @Inject OpenTelemetry openTelemetry;
    @Inject Tracer tracer;
    @Inject Span span;
    @Inject Baggage baggage;

    OpenTelemetry openTelemetry() {
      return openTelemetry;
    }

    Tracer tracer() {
      return tracer;
    }

    Span span() {
      return span;
    }

    Baggage baggage() {
      return baggage;
    }

    SpanContext current() {
      return span.getSpanContext();
    }

    @Traced
    <T> T traced(Supplier<T> action) {
      return action.get();
    }
  }

  @Traced
  @SessionScoped
  @SuppressWarnings("serial") // What is injected can be serialized, though its types do not say so.
  static class Session implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject OpenTelemetry openTelemetry;
    @Inject Tracer tracer;
    @Inject Span span;
    @Inject Baggage baggage;

    void call() {}
  }
}

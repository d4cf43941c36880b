// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.Traced;
import dev.clew.instrument.Handover;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Inject;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which calls are recorded, under which name, and how they hang together. */
@SuppressWarnings("try")
class TracedTest {

  private static final String HERE = TracedTest.class.getName();

  @Order(1)
  @RegisterExtension
  final TracingExtension tracing = TracingExtension.create();

  @Order(2)
  @RegisterExtension
  final WeldExtension weld = new WeldExtension();

  @Test
  void namesASpanAfterTheBeansClassAndMethod() {
    weld.bean(Named.class).byDefault();
    FinishedSpan span = tracing.takeOne();
    assertThat(span.name()).isEqualTo(HERE + "$Named.byDefault");
    assertThat(span.kind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(span.status()).isEqualTo(StatusCode.UNSET);
    assertThat(span.text("code.function.name")).isEqualTo(HERE + "$Named.byDefault");
    assertThat(span.scope()).isEqualTo("dev.clew.cdi");
    assertThat(span.isRoot()).isTrue();
  }

  @Test
  void takesTheOperationNameAsItIs() {
    weld.bean(Named.class).byName();
    assertThat(tracing.takeOne().name()).isEqualTo("take stock: 100%");
  }

  @Test
  void takesTheKind() {
    weld.bean(Named.class).ofKind();
    assertThat(tracing.takeOne().kind()).isEqualTo(SpanKind.PRODUCER);
  }

  @Test
  void leavesAloneWhatIsNotTraced() {
    Named bean = weld.bean(Named.class);
    bean.untraced();
    bean.switchedOff();
    assertThat(bean.byDefault()).isEqualTo("done");
    assertThat(tracing.takeOne().name()).endsWith(".byDefault");
  }

  @Test
  void aMethodsAnnotationBeatsItsClasss() {
    OfClass bean = weld.bean(OfClass.class);
    bean.fromClass();
    bean.fromMethod();
    bean.switchedOff();
    assertThat(tracing.takeAll(2))
        .extracting(FinishedSpan::name)
        .containsExactly("class", "method");
  }

  @Test
  void anInheritedMethodIsTheBeans() {
    Derived bean = weld.bean(Derived.class);
    bean.inherited();
    FinishedSpan span = tracing.takeOne();
    assertThat(span.name()).isEqualTo(HERE + "$Derived.inherited");
    assertThat(span.text("code.function.name")).isEqualTo(HERE + "$Base.inherited");
  }

  @Test
  void twoBeansThatInheritAMethodHaveNamesOfTheirOwn() {
    var container = weld.start(Derived.class, AlsoDerived.class);
    container.select(Derived.class).get().inherited();
    container.select(AlsoDerived.class).get().inherited();
    assertThat(tracing.takeAll(2))
        .extracting(FinishedSpan::name)
        .containsExactly(HERE + "$Derived.inherited", HERE + "$AlsoDerived.inherited");
  }

  @Test
  void aGenericMethodCalledThroughItsInterfaceIsOneSpan() {
    Function<String, Integer> bean = weld.bean(Generic.class);
    assertThat(bean.apply("four")).isEqualTo(4);
    assertThat(tracing.takeOne().name()).isEqualTo(HERE + "$Generic.apply");
  }

  @Test
  void overloadedMethodsAreToldApart() {
    Overloaded bean = weld.bean(Overloaded.class);
    bean.call(1);
    bean.call("one");
    assertThat(tracing.takeAll(2)).extracting(FinishedSpan::name).containsExactly("int", "text");
  }

  @Test
  void aStereotypeTraces() {
    weld.bean(Stereotyped.class).call();
    assertThat(tracing.takeOne().name()).isEqualTo("by stereotype");
  }

  @Test
  void aBindingThatCarriesItTraces() {
    weld.bean(Composed.class).call();
    assertThat(tracing.takeOne().name()).isEqualTo("by binding");
  }

  @Test
  void callsNestAsTheyAreMade() {
    Span caller = tracing.tracer().spanBuilder("caller").startSpan();
    Outer outer = weld.bean(Outer.class, Named.class);
    try (Scope scope = caller.makeCurrent()) {
      outer.call();
    }
    caller.end();
    List<FinishedSpan> spans = tracing.takeAll(3);
    assertThat(spans.get(0).isChildOf(spans.get(1))).isTrue();
    assertThat(spans.get(1).isChildOf(spans.get(2))).isTrue();
  }

  @Test
  void aRootStartsATraceLinkedToItsCaller() {
    Span caller = tracing.tracer().spanBuilder("caller").startSpan();
    Named bean = weld.bean(Named.class);
    try (Scope scope = caller.makeCurrent()) {
      bean.root();
    }
    caller.end();
    FinishedSpan root = tracing.take("root");
    FinishedSpan linked = tracing.take("caller");
    assertThat(root.isRoot()).isTrue();
    assertThat(root.traceId()).isNotEqualTo(linked.traceId());
    assertThat(root.links())
        .singleElement()
        .satisfies(link -> assertThat(link.spanId()).isEqualTo(linked.spanId()));
  }

  @Test
  void aLaterRunOfATaskStartsATraceLinkedToWhoSubmittedIt() {
    Span submitter = tracing.tracer().spanBuilder("submitter").startSpan();
    Handover task;
    try (Scope scope = submitter.makeCurrent()) {
      task = Handover.here();
    }
    submitter.end();
    Named bean = weld.bean(Named.class);
    try (Scope scope = task.openAgain()) {
      bean.byName();
    }
    String submitted = tracing.take("submitter").spanId();
    FinishedSpan run = tracing.takeOne();
    assertThat(run.isRoot()).isTrue();
    assertThat(run.links())
        .singleElement()
        .satisfies(link -> assertThat(link.spanId()).isEqualTo(submitted));
  }

  @Test
  void aRootWithoutCallerHasNoLink() {
    weld.bean(Named.class).root();
    assertThat(tracing.takeOne().links()).isEmpty();
  }

  @Test
  void whatIsNotSampledIsNotRecorded() {
    tracing.configure(Map.of("otel.traces.sampler", "always_off"));
    assertThat(weld.bean(Named.class).byDefault()).isEqualTo("done");
  }

  @ApplicationScoped
  static class Named {
    @Traced
    String byDefault() {
      return "done";
    }

    @Traced(operationName = "take stock: 100%")
    void byName() {}

    @Traced(kind = SpanKind.PRODUCER)
    void ofKind() {}

    @Traced(operationName = "root", root = true)
    void root() {}

    @Traced(false)
    void switchedOff() {}

    void untraced() {}
  }

  @Traced(operationName = "class")
  @ApplicationScoped
  static class OfClass {
    void fromClass() {}

    @Traced(operationName = "method")
    void fromMethod() {}

    @Traced(false)
    void switchedOff() {}
  }

  @Traced
  static class Base {
    void inherited() {}
  }

  @ApplicationScoped
  static class Derived extends Base {}

  @ApplicationScoped
  static class AlsoDerived extends Base {}

  @ApplicationScoped
  static class Generic implements Function<String, Integer> {
    @Traced
    @Override
    public Integer apply(String text) {
      return text.length();
    }
  }

  @ApplicationScoped
  static class Overloaded {
    @Traced(operationName = "int")
    void call(int number) {}

    @Traced(operationName = "text")
    void call(String text) {}
  }

  @Traced(operationName = "by stereotype")
  @Stereotype
  @Retention(RetentionPolicy.RUNTIME)
  @interface TracedService {}

  @TracedService
  @ApplicationScoped
  static class Stereotyped {
    void call() {}
  }

  @Traced(operationName = "by binding")
  @InterceptorBinding
  @Retention(RetentionPolicy.RUNTIME)
  @interface Audited {}

  @Audited
  @ApplicationScoped
  static class Composed {
    void call() {}
  }

  @ApplicationScoped
  static class Outer {
    @Inject Named inner;

    @Traced
    void call() {
      inner.byDefault();
    }
  }
}

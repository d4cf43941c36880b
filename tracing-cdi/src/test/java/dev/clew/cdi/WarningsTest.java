// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What cannot be traced is said at deployment, and never keeps an application from deploying. */
class WarningsTest {

  private static final String HERE = WarningsTest.class.getName();

  @Order(1)
  @RegisterExtension
  final TracingExtension tracing = TracingExtension.create();

  @Order(2)
  @RegisterExtension
  final WeldExtension weld = new WeldExtension();

  @Test
  void aPrivateMethod() {
    assertThat(weld.bean(PrivateMethod.class).callsIt()).isEqualTo("called");
    assertProblem("CLEW-0300: " + HERE + "$PrivateMethod.hidden is @Traced but private");
  }

  @Test
  void aStaticMethod() {
    weld.start(StaticMethod.class);
    assertProblem("CLEW-0301: " + HERE + "$StaticMethod.call is @Traced but static");
  }

  @Test
  void privateAndStaticMethodsWithOpenTelemetrysAnnotation() {
    weld.start(WithSpanMethods.class);
    assertThat(tracing.problems())
        .extracting(problem -> problem.substring(0, problem.indexOf(';')))
        .containsExactlyInAnyOrder(
            "CLEW-0300: " + HERE + "$WithSpanMethods.hidden is @WithSpan but private",
            "CLEW-0301: " + HERE + "$WithSpanMethods.shared is @WithSpan but static");
  }

  @Test
  void aFinalMethod() {
    assertThat(weld.bean(FinalMethod.class).call()).isEqualTo("called");
    assertProblem("CLEW-0302: " + HERE + "$FinalMethod.call is @Traced but final");
  }

  @Test
  void aFinalMethodOfATracedClassWhoseOtherMethodsStayTraced() {
    FinalMethodOfTracedClass bean = weld.bean(FinalMethodOfTracedClass.class);
    bean.isFinal();
    bean.isNot();
    bean.isNamed();
    bean.inherited();
    assertThat(tracing.takeAll(3))
        .extracting(FinishedSpan::name)
        .containsExactly("of class", "of method", "of class");
    assertProblem("CLEW-0302: " + HERE + "$FinalMethodOfTracedClass.isFinal is @Traced but final");
  }

  @Test
  void aFinalClass() {
    assertThat(weld.bean(FinalClass.class).call()).isEqualTo("called");
    assertProblem("CLEW-0303: " + HERE + "$FinalClass is @Traced but final");
  }

  @Test
  void aClassThatIsNoBean() {
    weld.start(NoBean.class);
    assertProblem("CLEW-0304: " + HERE + "$NoBean is @Traced but no bean");
  }

  @Test
  void anInterface() {
    assertThat(weld.bean(OfTracedInterface.class).call()).isEqualTo("called");
    assertProblem("CLEW-0308: " + HERE + "$TracedInterface is @Traced but an interface");
  }

  @Test
  void anInterfaceOfATracedClass() {
    weld.start(TracedOfTracedInterface.class);
    assertThat(tracing.problems()).isEmpty();
  }

  @Test
  void anOptionThatIsNeededOnlyLater() {
    tracing.configure(Map.of("clew.db.query.text", "all"));
    weld.start(NoBean.class);
    assertThat(tracing.problems())
        .anyMatch(problem -> problem.startsWith("CLEW-0001: clew.db.query.text is set to 'all'"));
  }

  @Test
  void aTagOnWhatIsNotTraced() {
    weld.bean(Untraced.class).call("x");
    assertProblem("CLEW-0305: " + HERE + "$Untraced.call has a @SpanTag but is not @Traced");
  }

  @Test
  void aTagWithoutKey() {
    weld.bean(NoKey.class).call("x");
    assertThat(tracing.takeOne().attributes()).containsOnlyKeys("code.function.name");
    assertProblem("CLEW-0306: " + HERE + "$NoKey.call has a @SpanTag without a key");
  }

  @Test
  void nothingIsSaidOfWhatIsRight() {
    weld.start(Right.class, Base.class, Concrete.class, Stereotyped.class, Marked.class);
    assertThat(tracing.problems()).isEmpty();
  }

  private void assertProblem(String start) {
    assertThat(tracing.problems()).singleElement().asString().startsWith(start);
  }

  @ApplicationScoped
  static class PrivateMethod {
    @Traced
    private String hidden() {
      return "called";
    }

    String callsIt() {
      return hidden();
    }
  }

  @ApplicationScoped
  static class StaticMethod {
    @Traced
    static void call() {}
  }

  @ApplicationScoped
  static class WithSpanMethods {
    @WithSpan
    private void hidden() {}

    @WithSpan
    static void shared() {}

    @WithSpan
    void callsThem() {
      hidden();
    }
  }

  @Singleton
  static class FinalMethod {
    @Traced
    final String call() {
      return "called";
    }
  }

  static class Parent {
    void inherited() {}
  }

  @Traced(operationName = "of class")
  @Singleton
  static class FinalMethodOfTracedClass extends Parent {
    final void isFinal() {}

    void isNot() {}

    @Traced(operationName = "of method")
    void isNamed() {}
  }

  @Traced
  @Singleton
  static final class FinalClass {
    @Traced
    String call() {
      return "called";
    }
  }

  @Traced
  interface TracedInterface {
    String call();
  }

  @ApplicationScoped
  static class OfTracedInterface implements TracedInterface {
    @Override
    public String call() {
      return "called";
    }
  }

  @Traced
  static class TracedOfTracedInterface extends OfTracedInterface implements TracedInterface {}

  @Traced
  static class NoBean {
    private NoBean(String noBeanHasThis) {
      assertThat(noBeanHasThis).isNotNull();
    }

    void call() {}
  }

  @ApplicationScoped
  static class Untraced {
    void call(@SpanTag("key") String value) {}
  }

  @ApplicationScoped
  static class NoKey {
    @Traced
    void call(@SpanTag(" ") String value) {}
  }

  @Traced
  @ApplicationScoped
  static class Right {
    @SpanTag("key")
    String call() {
      return helper();
    }

    private String helper() {
      return "";
    }

    static void main() {}

    @Traced(false)
    void untraced() {}
  }

  @Traced
  abstract static class Base {
    void call() {}
  }

  @ApplicationScoped
  static class Concrete extends Base {}

  @Traced
  @Stereotype
  @Retention(RetentionPolicy.RUNTIME)
  @interface Stereotyped {}

  @Stereotyped
  @ApplicationScoped
  static class Marked {
    void call(@SpanTag("key") String value) {}
  }
}

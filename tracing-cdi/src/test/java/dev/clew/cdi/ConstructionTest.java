// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.api.Traced;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What beans do when they are made. */
class ConstructionTest {

  private static final String HERE = ConstructionTest.class.getName();

  @Order(1)
  @RegisterExtension
  final TracingExtension tracing = TracingExtension.create();

  @Order(2)
  @RegisterExtension
  final WeldExtension weld = new WeldExtension();

  @Test
  void aTracedPostConstructIsRecorded() {
    weld.bean(OfMethod.class).call();
    FinishedSpan span = tracing.takeOne();
    assertThat(span.name()).isEqualTo(HERE + "$OfMethod.open");
    assertThat(span.text("code.function.name")).isEqualTo(HERE + "$OfMethod.open");
    assertThat(tracing.problems()).isEmpty();
  }

  @Test
  void aTracedClassRecordsItsPostConstruct() {
    weld.bean(OfClass.class).call();
    assertThat(tracing.takeAll(2))
        .extracting(FinishedSpan::name)
        .containsExactly(HERE + "$OfClass.open", HERE + "$OfClass.call");
  }

  @Test
  void aPostConstructThatIsTakenOutIsNot() {
    weld.bean(SwitchedOff.class).call();
    assertThat(tracing.takeOne().name()).isEqualTo(HERE + "$SwitchedOff.call");
  }

  @Test
  void aPostConstructThatIsInheritedIsTheBeans() {
    weld.bean(Derived.class).call();
    assertThat(tracing.takeOne().name()).isEqualTo(HERE + "$Derived.open");
  }

  @Test
  void aFailureIsRecordedAndGoesOn() {
    var beans = weld.start(Failing.class);
    assertThatThrownBy(() -> beans.select(Failing.class).get())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("cannot open");
    assertThat(tracing.takeOne().status()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void aBeanThatCannotBeInterceptedIsDeployedWithout() {
    assertThat(weld.bean(WithFinalMethod.class).call()).isEqualTo("called");
  }

  @ApplicationScoped
  static class OfMethod {
    @Traced
    @PostConstruct
    private void open() {}

    void call() {}
  }

  @Traced
  @ApplicationScoped
  static class OfClass {
    @PostConstruct
    void open() {}

    void call() {}
  }

  @Traced
  @ApplicationScoped
  static class SwitchedOff {
    @Traced(false)
    @PostConstruct
    void open() {}

    void call() {}
  }

  static class Base {
    @Traced
    @PostConstruct
    void open() {}
  }

  @ApplicationScoped
  static class Derived extends Base {
    void call() {}
  }

  @Dependent
  static class Failing {
    @Traced
    @PostConstruct
    void open() {
      throw new IllegalStateException("cannot open");
    }
  }

  @Dependent
  static class WithFinalMethod {
    @Traced
    @PostConstruct
    void open() {}

    final String call() {
      return "called";
    }
  }
}

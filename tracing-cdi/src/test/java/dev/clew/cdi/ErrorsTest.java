// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clew.api.Traced;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a method throws is recorded, and reaches its caller as it is. */
class ErrorsTest {

  @Order(1)
  @RegisterExtension
  final TracingExtension tracing = TracingExtension.create();

  @Order(2)
  @RegisterExtension
  final WeldExtension weld = new WeldExtension();

  static List<Throwable> everyKindOfThrowable() {
    return List.of(
        new IOException("no stock"),
        new IllegalStateException("no stock"),
        new StackOverflowError("no stock"),
        new NoClassDefFoundError("no stock"));
  }

  @ParameterizedTest
  @MethodSource("everyKindOfThrowable")
  void anyThrowableIsRecordedAndGoesOnUnchanged(Throwable failure) {
    Inner bean = weld.bean(Inner.class);
    assertThatThrownBy(() -> bean.fail(failure)).isSameAs(failure);
    FinishedSpan span = tracing.takeOne();
    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.statusMessage()).isEqualTo("no stock");
    assertThat(span.text("error.type")).isEqualTo(failure.getClass().getName());
    assertThat(span.events())
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.attributes())
                    .containsEntry("exception.type", failure.getClass().getName())
                    .containsEntry("exception.message", "no stock"));
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void everySpanItPassesSaysSoAndTheInnermostKeepsTheStackTrace() {
    Outer bean = weld.bean(Outer.class, Inner.class);
    IllegalStateException failure = new IllegalStateException("no stock");
    assertThatThrownBy(() -> bean.call(failure)).isSameAs(failure);
    List<FinishedSpan> spans = tracing.takeAll(2);
    assertThat(spans).extracting(FinishedSpan::name).containsExactly("inner", "outer");
    assertThat(spans).extracting(FinishedSpan::status).containsOnly(StatusCode.ERROR);
    assertThat(spans)
        .extracting(span -> span.text("error.type"))
        .containsOnly("java.lang.IllegalStateException");
    assertThat(spans).extracting(span -> span.events().size()).containsExactly(1, 0);
  }

  @Test
  void whatAContainerHasWrappedIsNamedAndNotRecordedAgain() {
    Wrapping bean = weld.bean(Wrapping.class, Inner.class);
    IllegalStateException failure = new IllegalStateException("no stock");
    assertThatThrownBy(() -> bean.call(failure)).isInstanceOf(EJBException.class);
    FinishedSpan outer = tracing.takeAll(2).get(1);
    assertThat(outer.text("error.type")).isEqualTo("java.lang.IllegalStateException");
    assertThat(outer.statusMessage()).isEqualTo("no stock");
    assertThat(outer.events()).isEmpty();
  }

  @Test
  void theSameExceptionIsRecordedAnewInAnotherTrace() {
    Inner bean = weld.bean(Inner.class);
    IllegalStateException reused = new IllegalStateException("reused");
    assertThatThrownBy(() -> bean.fail(reused)).isSameAs(reused);
    assertThatThrownBy(() -> bean.fail(reused)).isSameAs(reused);
    assertThat(tracing.takeAll(2)).extracting(span -> span.events().size()).containsExactly(1, 1);
  }

  @Test
  void anExceptionThatCannotSpeakIsRecordedWithoutMessage() {
    Inner bean = weld.bean(Inner.class);
    Speechless failure = new Speechless();
    assertThat(catchThrowable(() -> bean.fail(failure)) == failure).isTrue();
    FinishedSpan span = tracing.takeOne();
    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.text("error.type")).isEqualTo(Speechless.class.getName());
  }

  @ApplicationScoped
  static class Inner {
    @Traced(operationName = "inner")
    void fail(Throwable failure) {
      Sneaky.rethrow(failure);
    }
  }

  @ApplicationScoped
  static class Outer {
    @Inject Inner inner;

    @Traced(operationName = "outer")
    void call(Throwable failure) {
      inner.fail(failure);
    }
  }

  @ApplicationScoped
  static class Wrapping {
    @Inject Inner inner;

    @Traced
    void call(RuntimeException failure) {
      try {
        inner.fail(failure);
      } catch (RuntimeException thrown) {
        throw new EJBTransactionRolledbackException("rolled back", thrown);
      }
    }
  }

  private static final class Sneaky {
    @SuppressWarnings("unchecked")
    static <T extends Throwable> void rethrow(Throwable failure) throws T {
      throw (T) failure;
    }
  }

  private static final class Speechless extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("not even this");
    }

    @Override
    public String toString() {
      throw new IllegalStateException("nor this");
    }
  }
}

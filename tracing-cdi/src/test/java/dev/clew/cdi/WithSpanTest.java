// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.api.Traced;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** OpenTelemetry's own annotations mean what they mean with its agent. */
class WithSpanTest {

  @Order(1)
  @RegisterExtension
  final TracingExtension tracing = TracingExtension.builder().allowAttributes("second").build();

  @Order(2)
  @RegisterExtension
  final WeldExtension weld = new WeldExtension();

  @Test
  void namesASpanAfterTheSimpleClassAndMethod() {
    weld.bean(Service.class).byDefault();
    FinishedSpan span = tracing.takeOne();
    assertThat(span.name()).isEqualTo("Service.byDefault");
    assertThat(span.text("code.function.name")).isEqualTo(Service.class.getName() + ".byDefault");
  }

  @Test
  void takesNameAndKind() {
    weld.bean(Service.class).named();
    FinishedSpan span = tracing.takeOne();
    assertThat(span.name()).isEqualTo("by name");
    assertThat(span.kind()).isEqualTo(SpanKind.CLIENT);
  }

  @Test
  void recordsTaggedArguments() {
    weld.bean(Service.class).tagged("one", 2);
    assertThat(tracing.takeOne().attributes())
        .containsEntry("clew.test.first", "one")
        .containsEntry("second", 2L);
  }

  @Test
  void startsATraceWhereItDoesNotInherit() {
    weld.bean(Caller.class, Service.class).call();
    FinishedSpan alone = tracing.take("alone");
    assertThat(alone.isRoot()).isTrue();
    assertThat(alone.links()).isEmpty();
    assertThat(tracing.takeOne().traceId()).isNotEqualTo(alone.traceId());
  }

  @Test
  void endsWithTheStage() {
    CompletableFuture<String> future = new CompletableFuture<>();
    weld.bean(Service.class).stage(future);
    future.completeExceptionally(new IllegalStateException("sold out"));
    assertThat(tracing.takeOne().status()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void recordsExceptions() {
    Service bean = weld.bean(Service.class);
    IllegalStateException failure = new IllegalStateException("sold out");
    assertThatThrownBy(
            () ->
                bean.calls(
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(tracing.takeOne().events()).hasSize(1);
  }

  @Test
  void aMethodWithBothAnnotationsIsOneSpan() {
    weld.bean(Service.class).both();
    assertThat(tracing.takeOne().name()).isEqualTo("traced");
  }

  @ApplicationScoped
  static class Service {
    @WithSpan
    void byDefault() {}

    @WithSpan(value = "by name", kind = SpanKind.CLIENT)
    void named() {}

    @WithSpan
    void tagged(@SpanAttribute("clew.test.first") String first, @SpanAttribute int second) {}

    @WithSpan(value = "alone", inheritContext = false)
    void alone() {}

    @WithSpan("calls")
    void calls(Runnable action) {
      action.run();
    }

    @WithSpan
    CompletableFuture<String> stage(CompletableFuture<String> given) {
      return given;
    }

    @Traced(operationName = "traced")
    @WithSpan("with span")
    void both() {}
  }

  @ApplicationScoped
  static class Caller {
    @Inject Service service;

    @WithSpan
    void call() {
      service.alone();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.api.SpanTag;
import dev.clew.api.Traced;
import dev.clew.testkit.ThrowingOpenTelemetry;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application does not notice that every part of tracing fails, be it with errors. */
class GuardTest {

  @Order(1)
  @RegisterExtension
  final TracingExtension tracing = TracingExtension.create();

  @Order(2)
  @RegisterExtension
  final WeldExtension weld = new WeldExtension();

  static Collection<OpenTelemetry> broken() {
    return ThrowingOpenTelemetry.all();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void resultsAreTheSame(OpenTelemetry broken) {
    Service bean = deployed(broken);
    assertThat(bean.give("result")).isEqualTo("result");
    assertThat(bean.inATraceOfItsOwn()).isEqualTo(7);
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @ParameterizedTest
  @MethodSource("broken")
  void exceptionsAreTheSame(OpenTelemetry broken) {
    Service bean = deployed(broken);
    IllegalStateException exception = new IllegalStateException("mine");
    assertThatThrownBy(() -> bean.fail(exception)).isSameAs(exception);
    Error error = new AssertionError("mine too");
    assertThatThrownBy(() -> bean.fail(error)).isSameAs(error);
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @ParameterizedTest
  @MethodSource("broken")
  void stagesAreTheSame(OpenTelemetry broken) {
    Service bean = deployed(broken);
    CompletableFuture<String> future = new CompletableFuture<>();
    assertThat(bean.stage(future)).isSameAs(future);
    future.complete("done");
    assertThat(future).isCompletedWithValue("done");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void signalsAreTheSame(OpenTelemetry broken) {
    Service bean = deployed(broken);
    List<String> signals = new ArrayList<>();
    bean.publish(Echo::subscribe).subscribe(new Echo(signals));
    assertThat(signals).containsExactly("subscribed", "item", "complete");
  }

  private Service deployed(OpenTelemetry broken) {
    tracing.use(broken);
    return weld.bean(Service.class);
  }

  @ApplicationScoped
  static class Service {
    @Traced
    @SpanTag("clew.test.result")
    Object give(@SpanTag("clew.test.argument") Object value) {
      return value;
    }

    @Traced(root = true)
    int inATraceOfItsOwn() {
      return 7;
    }

    @Traced
    void fail(Exception failure) throws Exception {
      throw failure;
    }

    @Traced
    void fail(Error failure) {
      throw failure;
    }

    @Traced
    CompletableFuture<String> stage(CompletableFuture<String> given) {
      return given;
    }

    @Traced
    Flow.Publisher<String> publish(Flow.Publisher<String> given) {
      return given;
    }
  }

  private record Echo(List<String> signals) implements Flow.Subscriber<String> {

    static void subscribe(Flow.Subscriber<? super String> subscriber) {
      subscriber.onSubscribe(
          new Flow.Subscription() {
            @Override
            public void request(long count) {}

            @Override
            public void cancel() {}
          });
      subscriber.onNext("item");
      subscriber.onComplete();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      signals.add("subscribed");
    }

    @Override
    public void onNext(String item) {
      signals.add(item);
    }

    @Override
    public void onError(Throwable failure) {
      signals.add("error");
    }

    @Override
    public void onComplete() {
      signals.add("complete");
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.Traced;
import dev.clew.cdi.event.AsyncEventExtension;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;
import jakarta.inject.Qualifier;
import jakarta.inject.Singleton;
import java.io.Serializable;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Those who observe an event asynchronously are in the trace of whoever fired it. */
@SuppressWarnings("try") // scopes are opened for their effect
class AsyncEventsTest {

  @Order(1)
  @RegisterExtension
  final TracingExtension tracing = TracingExtension.create();

  @Order(2)
  @RegisterExtension
  final WeldExtension weld = new WeldExtension();

  /** Each way in which an application may fire the same event. */
  static List<Function<Shop, CompletionStage<Sold>>> waysToFire() {
    Sold sold = new Sold("thread");
    NotificationOptions options =
        NotificationOptions.ofExecutor(command -> new Thread(command).start());
    return List.of(
        shop -> shop.sold.fireAsync(sold),
        shop -> shop.sold.fireAsync(sold, options),
        shop -> shop.anySold.fireAsync(sold),
        shop -> shop.anySold.select(new CashLiteral()).fireAsync(sold),
        shop -> shop.cash.fireAsync(sold),
        shop -> shop.sold.select(new CashLiteral()).fireAsync(sold),
        shop -> shop.sold.select(new CashLiteral()).select(Sold.class).fireAsync(sold, options),
        shop -> shop.anything.select(Sold.class).fireAsync(sold),
        shop -> shop.anything.select(new TypeLiteral<Sold>() {}).fireAsync(sold));
  }

  @ParameterizedTest
  @MethodSource("waysToFire")
  void anAsynchronousObserverIsAChildOfWhoeverFires(Function<Shop, CompletionStage<Sold>> way) {
    Shop shop = shop(Ledger.class);
    Sold sold = inSpan("fire", () -> way.apply(shop)).toCompletableFuture().join();
    assertThat(sold.item()).isEqualTo("thread");
    List<FinishedSpan> spans = tracing.takeAll(2);
    FinishedSpan book = observed(spans, "book");
    assertThat(book.isChildOf(observed(spans, "fire"))).isTrue();
    assertThat(book.attributes().get("clew.task.wait_time")).isInstanceOf(Double.class);
  }

  @Test
  void twoWhoFireTheSameEventAtOnceAreKeptApart() {
    Shop shop = shop(Ledger.class, Slow.class);
    Sold same = new Sold("thread");
    var one = inSpan("one", () -> shop.sold.fireAsync(same));
    var other = inSpan("other", () -> shop.sold.fireAsync(same));
    shop.goOn.countDown();
    CompletableFuture.allOf(one.toCompletableFuture(), other.toCompletableFuture()).join();
    List<FinishedSpan> spans = tracing.takeAll(6);
    for (String caller : List.of("one", "other")) {
      String trace = observed(spans, caller).traceId();
      assertThat(spans)
          .filteredOn(span -> span.traceId().equals(trace))
          .extracting(FinishedSpan::name)
          .containsExactlyInAnyOrder(caller, "book", "wait");
    }
  }

  @Test
  void theThreadGetsItsContextBack() {
    Shop shop = shop(Ledger.class);
    NotificationOptions here = NotificationOptions.ofExecutor(Runnable::run);
    inSpan(
        "fire",
        () -> {
          Context before = Context.current();
          shop.sold.fireAsync(new Sold("thread"), here);
          assertThat(Context.current()).isSameAs(before);
          return shop;
        });
    tracing.takeAll(2);
  }

  @Test
  void whatAnObserverThrowsIsAsWithoutTracing() {
    Shop shop = shop(Failing.class);
    CompletionStage<Sold> stage = inSpan("fire", () -> shop.sold.fireAsync(new Sold("thread")));
    Throwable failure = stage.handle((sold, thrown) -> thrown).toCompletableFuture().join();
    assertThat(failure).isInstanceOf(CompletionException.class);
    assertThat(failure.getSuppressed()).containsExactly(Failing.FAILURE);
    tracing.takeOne();
  }

  @Test
  void whatAnObserverIsToldOfTheEventIsAsTheSpecificationHasIt() {
    Shop shop = shop(Curious.class);
    inSpan("fire", () -> shop.cash.fireAsync(new Sold("thread"))).toCompletableFuture().join();
    assertThat(shop.metadata.getType()).isEqualTo(Sold.class);
    assertThat(shop.metadata.getInjectionPoint().getMember().getName()).isEqualTo("cash");
    assertThat(shop.metadata.getQualifiers()).isEqualTo(withoutTracing());
    tracing.takeOne();
  }

  @Test
  void whereNothingIsTracedNothingIsTakenAlong() {
    Shop shop = shop(Curious.class);
    shop.cash.fireAsync(new Sold("thread")).toCompletableFuture().join();
    assertThat(shop.metadata.getQualifiers()).isEqualTo(withoutTracing());
    assertThat(shop.metadata.getInjectionPoint().getQualifiers())
        .containsExactly(new CashLiteral());
  }

  private static Set<Annotation> withoutTracing() {
    return Set.of(new CashLiteral(), Any.Literal.INSTANCE);
  }

  @Test
  void beansThatArePassivatedMayFire() {
    assertThat(shop(Ledger.class, Session.class)).isNotNull();
  }

  @Test
  void synchronousObserversStayWhereTheyAre() {
    Shop shop = shop(Synchronous.class, Ledger.class);
    inSpan(
        "fire",
        () -> {
          shop.sold.fire(new Sold("thread"));
          return shop;
        });
    List<FinishedSpan> spans = tracing.takeAll(2);
    assertThat(observed(spans, "note").isChildOf(observed(spans, "fire"))).isTrue();
  }

  private Shop shop(Class<?>... observers) {
    Class<?>[] beans = new Class<?>[observers.length + 1];
    beans[0] = Shop.class;
    System.arraycopy(observers, 0, beans, 1, observers.length);
    return weld.start(List.of(new AsyncEventExtension()), beans).select(Shop.class).get();
  }

  private <T> T inSpan(String name, Supplier<T> action) {
    Span span = tracing.tracer().spanBuilder(name).startSpan();
    try (Scope scope = span.makeCurrent()) {
      return action.get();
    } finally {
      span.end();
    }
  }

  private static FinishedSpan observed(List<FinishedSpan> spans, String name) {
    return spans.stream().filter(span -> span.name().equals(name)).findFirst().orElseThrow();
  }

  record Sold(String item) {}

  @Qualifier
  @Retention(RetentionPolicy.RUNTIME)
  @interface Cash {}

  private static final class CashLiteral extends AnnotationLiteral<Cash> implements Cash {

    private static final long serialVersionUID = 1L;
  }

  @Singleton
  static class Shop {
    final CountDownLatch goOn = new CountDownLatch(1);
    volatile EventMetadata metadata;
    @Inject Event<Sold> sold;
    @Inject @Any Event<Sold> anySold;
    @Inject @Cash Event<Sold> cash;
    @Inject Event<Object> anything;
  }

  @ApplicationScoped
  static class Ledger {
    @Traced(operationName = "book")
    void book(@ObservesAsync Sold sold) {}
  }

  @ApplicationScoped
  static class Slow {
    @Inject Shop shop;

    @Traced(operationName = "wait")
    void waitFor(@ObservesAsync Sold sold) throws InterruptedException {
      shop.goOn.await();
    }
  }

  @ApplicationScoped
  static class Failing {
    static final IllegalStateException FAILURE = new IllegalStateException("no ledger");

    void fail(@ObservesAsync Sold sold) {
      throw FAILURE;
    }
  }

  @ApplicationScoped
  static class Curious {
    @Inject Shop shop;

    void ask(@ObservesAsync Sold sold, EventMetadata metadata) {
      shop.metadata = metadata;
    }
  }

  @SessionScoped
  static class Session implements Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // the container's is
    @Inject
    Event<Sold> sold;
  }

  @ApplicationScoped
  static class Synchronous {
    @Traced(operationName = "note")
    void note(@Observes Sold sold) {}
  }
}

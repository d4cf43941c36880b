// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.api.Traced;
import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.TracingExtension;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A call whose method returns a publisher lasts until the first subscription ends. */
@Timeout(60)
class PublishersTest {

  @Order(1)
  @RegisterExtension
  final TracingExtension tracing = TracingExtension.create();

  @Order(2)
  @RegisterExtension
  final WeldExtension weld = new WeldExtension();

  private final Source source = new Source();
  private final Sink sink = new Sink();

  @Test
  void endsWhenThePublisherCompletes() {
    weld.bean(Service.class).publish(source).subscribe(sink);
    source.emit("one");
    tracing.tracer().spanBuilder("between").startSpan().end();
    source.complete();
    assertThat(tracing.takeAll(2))
        .extracting(FinishedSpan::name)
        .containsExactly("between", "publish");
    assertThat(sink.signals).containsExactly("subscribed", "one", "complete");
  }

  @Test
  void isAnErrorWhereThePublisherFails() {
    weld.bean(Service.class).publish(source).subscribe(sink);
    source.fail(new IllegalStateException("sold out"));
    FinishedSpan span = tracing.takeOne();
    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.text("error.type")).isEqualTo("java.lang.IllegalStateException");
    assertThat(sink.signals)
        .containsExactly("subscribed", "java.lang.IllegalStateException: sold out");
  }

  @Test
  void endsWhenTheSubscriberCancels() {
    weld.bean(Service.class).publish(source).subscribe(sink);
    sink.subscription.request(3);
    sink.subscription.cancel();
    source.complete();
    FinishedSpan span = tracing.takeOne();
    assertThat(span.status()).isEqualTo(StatusCode.UNSET);
    assertThat(span.attributes()).containsEntry("clew.cancelled", true);
    assertThat(source.requests).containsExactly("3", "cancel");
  }

  @Test
  void aSubscriberThatThrowsEndsItAndIsNotSilenced() {
    weld.bean(Service.class).publish(source).subscribe(sink);
    sink.failure = new AssertionError("cannot take it");
    assertThatThrownBy(() -> source.emit("one")).isSameAs(sink.failure);
    assertThat(tracing.takeOne().text("error.type")).isEqualTo("java.lang.AssertionError");
  }

  @Test
  void aPublisherThatRefusesSubscribersEndsIt() {
    source.refusal = new IllegalStateException("closed");
    Flow.Publisher<String> publisher = weld.bean(Service.class).publish(source);
    assertThatThrownBy(() -> publisher.subscribe(sink)).isSameAs(source.refusal);
    assertThat(tracing.takeOne().status()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void subscribersAfterTheFirstGetTheirSignalsUntraced() {
    Flow.Publisher<String> publisher = weld.bean(Service.class).publish(source);
    publisher.subscribe(new Sink());
    publisher.subscribe(sink);
    source.emit("one");
    source.complete();
    assertThat(sink.signals).containsExactly("subscribed", "one", "complete");
    tracing.takeOne();
  }

  @Test
  void aSubscriberThatIsNoneIsLeftToThePublisher() {
    Flow.Publisher<String> publisher = weld.bean(Service.class).publish(source);
    assertThatThrownBy(() -> publisher.subscribe(null)).isInstanceOf(NullPointerException.class);
    publisher.subscribe(sink);
    source.complete();
    assertThat(tracing.takeOne().status()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void isCurrentWhileThePublisherTakesItsSubscriber() {
    weld.bean(Service.class).publish(source).subscribe(sink);
    assertThat(Context.current()).isSameAs(Context.root());
    source.complete();
    assertThat(tracing.takeOne().spanId())
        .isEqualTo(source.subscribedUnder.getSpanContext().getSpanId());
  }

  @Test
  void endsWithTheApplicationWhereNobodySubscribes() {
    SeContainer container = weld.start(Service.class);
    Flow.Publisher<String> publisher = container.select(Service.class).get().publish(source);
    container.close();
    FinishedSpan span = tracing.takeOne();
    assertThat(span.status()).isEqualTo(StatusCode.UNSET);
    assertThat(span.endNanos()).isGreaterThanOrEqualTo(span.startNanos());
    publisher.subscribe(sink);
    source.complete();
    assertThat(sink.signals).containsExactly("subscribed", "complete");
  }

  @Test
  void endsWhereNobodyCanSubscribeAnyMore() {
    UnsubscribedPublishers unsubscribed = new UnsubscribedPublishers();
    Span span = tracing.tracer().spanBuilder("forgotten").startSpan();
    unsubscribed.watch(source, new AsyncSpan(TracedMethod.UNTRACED, span));
    while (span.isRecording()) {
      assertThat(Thread.currentThread().isInterrupted()).as("timed out").isFalse();
      System.gc();
      unsubscribed.endCollected();
    }
    assertThat(tracing.takeOne().name()).isEqualTo("forgotten");
  }

  @Test
  void endsAtReturnWhereTooManyAreWaiting() {
    UnsubscribedPublishers unsubscribed = new UnsubscribedPublishers();
    List<Flow.Publisher<String>> kept = new ArrayList<>();
    for (int i = 0; i < UnsubscribedPublishers.MAX_WATCHED; i++) {
      kept.add(unsubscribed.watch(source, new AsyncSpan(TracedMethod.UNTRACED, Span.getInvalid())));
    }
    Span span = tracing.tracer().spanBuilder("one too many").startSpan();
    kept.add(unsubscribed.watch(source, new AsyncSpan(TracedMethod.UNTRACED, span)));
    assertThat(kept).last().isSameAs(source);
    assertThat(tracing.takeOne().name()).isEqualTo("one too many");
  }

  @Test
  void leavesAPublisherOfAnotherTypeAsItIs() {
    try (SubmissionPublisher<String> publisher = new SubmissionPublisher<>()) {
      assertThat(weld.bean(Service.class).submit(publisher)).isSameAs(publisher);
      assertThat(tracing.takeOne().name()).isEqualTo("submit");
    }
  }

  @Test
  void leavesThePublisherAsItIsWhereNothingIsRecorded() {
    tracing.configure(Map.of("otel.traces.sampler", "always_off"));
    assertThat(weld.bean(Service.class).publish(source)).isSameAs(source);
  }

  @ApplicationScoped
  static class Service {
    @Traced(operationName = "publish")
    Flow.Publisher<String> publish(Flow.Publisher<String> given) {
      return given;
    }

    @Traced(operationName = "submit")
    SubmissionPublisher<String> submit(SubmissionPublisher<String> given) {
      return given;
    }
  }

  /** Passes on what the test emits, on the test's thread. */
  private static final class Source implements Flow.Publisher<String>, Flow.Subscription {

    final List<String> requests = new ArrayList<>();
    final List<Flow.Subscriber<? super String>> subscribers = new ArrayList<>();
    Span subscribedUnder;
    RuntimeException refusal;

    @Override
    public void subscribe(Flow.Subscriber<? super String> subscriber) {
      if (refusal != null) {
        throw refusal;
      }
      subscribedUnder = Span.current();
      subscriber.onSubscribe(this);
      subscribers.add(subscriber);
    }

    void emit(String item) {
      subscribers.forEach(subscriber -> subscriber.onNext(item));
    }

    void complete() {
      subscribers.forEach(Flow.Subscriber::onComplete);
    }

    void fail(Throwable failure) {
      subscribers.forEach(subscriber -> subscriber.onError(failure));
    }

    @Override
    public void request(long count) {
      requests.add(String.valueOf(count));
    }

    @Override
    public void cancel() {
      requests.add("cancel");
    }
  }

  /** Takes note of every signal. */
  private static final class Sink implements Flow.Subscriber<String> {

    final List<String> signals = new ArrayList<>();
    Flow.Subscription subscription;
    Error failure;

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      signals.add("subscribed");
    }

    @Override
    public void onNext(String item) {
      if (failure != null) {
        throw failure;
      }
      signals.add(item);
    }

    @Override
    public void onError(Throwable thrown) {
      signals.add(thrown.toString());
    }

    @Override
    public void onComplete() {
      signals.add("complete");
    }
  }
}

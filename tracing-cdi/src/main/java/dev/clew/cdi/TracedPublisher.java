// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.instrument.Guard;
import io.opentelemetry.context.Scope;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A publisher whose first subscription ends the span of the call that returned it: when it
 * completes, fails or is cancelled. Later subscriptions go straight through. Thread-safe.
 */
final class TracedPublisher<T> implements Flow.Publisher<T> {

  /** {@code null} once somebody has subscribed. */
  private final AtomicReference<Runnable> onFirstSubscription = new AtomicReference<>();

  private final Flow.Publisher<T> publisher;
  private final AsyncSpan span;

  TracedPublisher(Flow.Publisher<T> publisher, AsyncSpan span) {
    this.publisher = publisher;
    this.span = span;
  }

  /** Says what to do once, before anybody can subscribe. */
  void onFirstSubscription(Runnable action) {
    onFirstSubscription.set(action);
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    Runnable first = subscriber == null ? null : onFirstSubscription.getAndSet(null);
    if (first == null) {
      publisher.subscribe(subscriber);
      return;
    }
    first.run();
    subscribeTraced(subscriber);
  }

  private void subscribeTraced(Flow.Subscriber<? super T> subscriber) {
    Scope scope = span.makeCurrent();
    try {
      publisher.subscribe(new TracedSubscriber<>(subscriber, span));
    } catch (Throwable failure) {
      span.complete(null, failure);
      throw failure;
    } finally {
      close(scope);
    }
  }

  private static void close(Scope scope) {
    try {
      scope.close();
    } catch (Throwable failure) {
      Guard.failed("close the scope of a subscription", failure);
    }
  }

  @Override
  public String toString() {
    return publisher.toString();
  }
}

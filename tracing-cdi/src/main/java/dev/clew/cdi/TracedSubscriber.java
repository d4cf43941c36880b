// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import java.util.concurrent.Flow;

/**
 * Passes on every signal unchanged, and ends the span with the last one. A subscriber that throws
 * has cancelled (Reactive Streams, rule 2.13): its exception ends the span and goes on as it is.
 */
final class TracedSubscriber<T> implements Flow.Subscriber<T> {

  private final Flow.Subscriber<? super T> subscriber;
  private final AsyncSpan span;

  TracedSubscriber(Flow.Subscriber<? super T> subscriber, AsyncSpan span) {
    this.subscriber = subscriber;
    this.span = span;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    Flow.Subscription traced =
        subscription == null ? null : new TracedSubscription(subscription, span);
    try {
      subscriber.onSubscribe(traced);
    } catch (Throwable failure) {
      span.complete(null, failure);
      throw failure;
    }
  }

  @Override
  public void onNext(T item) {
    try {
      subscriber.onNext(item);
    } catch (Throwable failure) {
      span.complete(null, failure);
      throw failure;
    }
  }

  @Override
  public void onError(Throwable failure) {
    try {
      subscriber.onError(failure);
    } finally {
      span.complete(null, failure);
    }
  }

  @Override
  public void onComplete() {
    try {
      subscriber.onComplete();
    } finally {
      span.complete(null, null);
    }
  }

  @Override
  public String toString() {
    return subscriber.toString();
  }

  private static final class TracedSubscription implements Flow.Subscription {

    private final Flow.Subscription subscription;
    private final AsyncSpan span;

    TracedSubscription(Flow.Subscription subscription, AsyncSpan span) {
      this.subscription = subscription;
      this.span = span;
    }

    @Override
    public void request(long count) {
      subscription.request(count);
    }

    @Override
    public void cancel() {
      try {
        subscription.cancel();
      } finally {
        span.cancel();
      }
    }
  }
}

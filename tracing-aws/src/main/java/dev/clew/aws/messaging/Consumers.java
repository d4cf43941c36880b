// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import dev.clew.aws.PerApplication;
import dev.clew.instrument.Guard;
import dev.clew.instrument.Scopes;
import dev.clew.instrument.SpanErrors;
import dev.clew.instrument.messaging.MessagingSpan;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs what applications do with what they have received from one service, within spans.
 * Thread-safe; nothing here throws but what the application's own code throws.
 */
final class Consumers {

  private final PerApplication<ReceivedTracer> tracers;

  /**
   * Those of a service.
   *
   * @param system as in {@code messaging.system}
   */
  Consumers(String system) {
    this.tracers = new PerApplication<>(application -> new ReceivedTracer(application, system));
  }

  <E extends Exception> void process(String destination, Received message, Processing<E> processing)
      throws E {
    MessagingSpan span = tracers.current().process(destination, message);
    run(span.makeCurrent(), span::error, span::end, processing);
  }

  <M, E extends Exception> void processAll(
      String destination, List<M> batch, Function<M, Received> view, Processing<E> processing)
      throws E {
    Context parent = Context.current();
    Span span =
        Guard.call(
            "start the span of a batch of messages",
            () ->
                tracers
                    .current()
                    .processAll(destination, batch.stream().map(view).toList(), parent),
            Span.getInvalid());
    run(
        Scopes.open(span),
        failure -> SpanErrors.record(span, failure),
        () -> Guard.run("end the span of a batch of messages", span::end),
        processing);
  }

  private static <E extends Exception> void run(
      Scope scope, Consumer<Throwable> error, Runnable end, Processing<E> processing) throws E {
    try {
      processing.run();
    } catch (Throwable failure) {
      error.accept(failure);
      throw failure;
    } finally {
      Scopes.close(scope);
      end.run();
    }
  }
}

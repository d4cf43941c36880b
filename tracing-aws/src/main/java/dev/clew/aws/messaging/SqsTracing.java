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
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Traces what an application does with messages that it has received from SQS. The call that
 * receives them asks for what carries the trace by itself, where it is made through a client that
 * is traced. Thread-safe; nothing here throws but what the application's own code throws.
 */
public final class SqsTracing {

  private static final PerApplication<SqsTracer> TRACERS = new PerApplication<>(SqsTracer::new);

  private SqsTracing() {}

  /**
   * What is done with messages.
   *
   * @param <E> what it may throw
   */
  @FunctionalInterface
  public interface Processing<E extends Exception> {

    /** Does it. */
    void run() throws E;
  }

  /**
   * Processes one message within a span of its own, which goes on with the sender's trace or links
   * to it ({@code clew.aws.consumer}).
   *
   * @param queueUrl where it was received from
   */
  public static <E extends Exception> void process(
      String queueUrl, Message message, Processing<E> processing) throws E {
    MessagingSpan span = TRACERS.current().process(queueUrl, message);
    run(span.makeCurrent(), span::error, span::end, processing);
  }

  /**
   * Processes several messages at once within one span, which starts a trace, or is a child of what
   * is current, and links to all senders.
   *
   * @param queueUrl where they were received from
   */
  public static <E extends Exception> void processAll(
      String queueUrl, List<Message> messages, Processing<E> processing) throws E {
    Context parent = Context.current();
    Span span =
        Guard.call(
            "start the span of a batch of messages",
            () -> TRACERS.current().processAll(queueUrl, messages, parent),
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

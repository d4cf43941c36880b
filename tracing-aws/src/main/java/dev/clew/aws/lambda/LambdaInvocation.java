// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.clew.aws.propagation.XRayPropagator;
import dev.clew.instrument.Guard;
import dev.clew.instrument.Instruments;
import dev.clew.instrument.Scopes;
import dev.clew.instrument.SpanErrors;
import dev.clew.instrument.runtime.Lease;
import dev.clew.instrument.runtime.Startup;
import dev.clew.instrument.runtime.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One call of a function: its span is made before and ended after the handler runs, and what was
 * recorded is sent before the function returns, because the environment is frozen then. Tracing is
 * started by the first one, for as long as the environment lives. For one thread.
 */
final class LambdaInvocation {

  private static final AtomicBoolean COLD = new AtomicBoolean(true);

  /** For as long as the environment lives; guarded by the class. */
  private static Lease lease;

  /** What is left to the function to give its answer back. */
  private static final long RESERVE_MILLIS = 100;

  private static final int FIRST_FAULT = 500;

  private final Context lambda;
  private final Tracing tracing;
  private final Span span;
  private final Scope scope;

  private LambdaInvocation(Context lambda, Tracing tracing, Span span) {
    this.lambda = lambda;
    this.tracing = tracing;
    this.span = span;
    this.scope = Scopes.open(span);
  }

  /**
   * Begins one.
   *
   * @param event {@code null} where it is not known
   */
  static LambdaInvocation begin(Object event, Context lambda) {
    Tracing tracing =
        Guard.call("start tracing in a function", LambdaInvocation::started, Tracing.current());
    Span span =
        Guard.call(
            "start the span of a function", () -> span(event, lambda, tracing), Span.getInvalid());
    return new LambdaInvocation(lambda, tracing, span);
  }

  /** Nobody deploys a function, so nobody else starts it, and nobody says when it is over. */
  private static synchronized Tracing started() {
    if (lease == null) {
      String function = System.getenv("AWS_LAMBDA_FUNCTION_NAME");
      lease = Tracing.start(new Startup(Tracing.applicationLoader(), function));
    }
    return lease.tracing();
  }

  private static Span span(Object event, Context lambda, Tracing tracing) {
    Trigger trigger = Trigger.of(event);
    io.opentelemetry.context.Context root = io.opentelemetry.context.Context.root();
    io.opentelemetry.context.Context parent =
        trigger.records().isEmpty()
            ? LambdaEvents.extract(root, LambdaEvents.headers(trigger.event()))
            : root;
    if (!Span.fromContext(parent).getSpanContext().isValid()) {
      parent = XRayPropagator.ofInvocation(parent);
    }
    SpanBuilder builder =
        Instruments.of(tracing.openTelemetry(), "dev.clew.lambda")
            .tracer()
            .spanBuilder(trigger.spanName(lambda.getFunctionName()))
            .setParent(parent)
            .setSpanKind(trigger.kind())
            .setAttribute("faas.invocation_id", lambda.getAwsRequestId())
            .setAttribute("cloud.resource_id", lambda.getInvokedFunctionArn())
            .setAttribute("faas.coldstart", COLD.getAndSet(false));
    trigger.describe(builder);
    for (Node record : trigger.records()) {
      SpanContext sender =
          Span.fromContext(LambdaEvents.extract(root, LambdaEvents.headers(record)))
              .getSpanContext();
      if (sender.isValid()) {
        builder.addLink(sender);
      }
    }
    return builder.startSpan();
  }

  /** The handler has given an answer. */
  void answered(Object answer) {
    Guard.run("record the answer of a function", () -> status(new Node(answer).get("statusCode")));
  }

  private void status(Node status) {
    String text = status.text();
    if (text != null && text.matches("[1-5]\\d\\d")) {
      int code = Integer.parseInt(text);
      span.setAttribute("http.response.status_code", (long) code);
      if (code >= FIRST_FAULT) {
        span.setAttribute("error.type", text);
        span.setStatus(StatusCode.ERROR);
      }
    }
  }

  /** The handler has failed. */
  void failed(Throwable failure) {
    SpanErrors.record(span, failure);
  }

  /** Ends the span, and sends it within the time that is left. */
  void end() {
    Scopes.close(scope);
    Guard.run("end the span of a function", span::end);
    Guard.run("send what a function has recorded", this::flush);
  }

  private void flush() {
    long left = lambda.getRemainingTimeInMillis() - RESERVE_MILLIS;
    if (left > 0) {
      tracing.flush(Duration.ofMillis(left));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.instrument.EntryScope;
import dev.clew.instrument.Guard;
import dev.clew.instrument.Handover;
import dev.clew.instrument.Scopes;
import dev.clew.instrument.SpanErrors;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Puts a span around each call of a traced method. Whatever tracing does, the call goes through,
 * and its result or exception is the same object as without tracing; except that a {@link
 * Flow.Publisher} is wrapped, because there is no other way to see its end. Thread-safe.
 */
final class MethodSpans {

  private final Tracer tracer;
  private final TracedMethods methods;
  private final UnsubscribedPublishers unsubscribed = new UnsubscribedPublishers();

  MethodSpans(Tracer tracer, TracedMethods methods) {
    this.tracer = tracer;
    this.methods = methods;
  }

  /** Calls the method, in a span if it is traced and nobody else's span stands for the call. */
  Object around(InvocationContext call) throws Exception {
    TracedMethod method = find(call);
    Span owner = EndpointCall.owner(call, method);
    if (owner != null) {
      return EndpointCall.proceed(call, method, owner);
    }
    return proceed(call, method);
  }

  /**
   * Calls a method for a timer. Nobody is its caller, so nothing that the thread may have left is
   * its context.
   */
  Object aroundTimeout(InvocationContext call) throws Exception {
    Scope cleared = EntryScope.open(Context.root());
    try {
      return around(call);
    } finally {
      cleared.close();
    }
  }

  /** Calls a bean's {@code @PostConstruct} method. */
  Object aroundConstruction(InvocationContext call) throws Exception {
    return proceed(call, findConstruction(call));
  }

  /** Ends what would otherwise be left open when the application stops. */
  void close() {
    unsubscribed.close();
  }

  private Object proceed(InvocationContext call, TracedMethod method) throws Exception {
    Span span = method == TracedMethod.UNTRACED ? null : start(method, call);
    return span == null ? call.proceed() : proceed(call, method, span);
  }

  private Object proceed(InvocationContext call, TracedMethod method, Span span) throws Exception {
    Scope scope = Scopes.open(span);
    Object result;
    try {
      result = call.proceed();
    } catch (Throwable failure) {
      Scopes.close(scope);
      SpanErrors.record(span, failure);
      end(span);
      throw failure;
    }
    Scopes.close(scope);
    return finish(method, span, result);
  }

  private TracedMethod find(InvocationContext call) {
    try {
      return methods.find(call.getTarget(), call.getMethod());
    } catch (Throwable failure) {
      Guard.failed("read the annotations of a bean's method", failure);
      return TracedMethod.UNTRACED;
    }
  }

  private TracedMethod findConstruction(InvocationContext call) {
    try {
      return methods.findConstruction(call.getTarget());
    } catch (Throwable failure) {
      Guard.failed("read the annotations of a bean's construction", failure);
      return TracedMethod.UNTRACED;
    }
  }

  /** {@code null} where there is nothing to make current and nothing to end. */
  private Span start(TracedMethod method, InvocationContext call) {
    Span span = null;
    try {
      Context context = Context.current();
      Span current = Span.fromContext(context);
      span = method.start(tracer, context, current);
      if (span.isRecording()) {
        Handover.describe(span, context);
        method.describe(span, method.arguments().isEmpty() ? null : call.getParameters());
      } else if (changesNothing(span, current)) {
        return null;
      }
    } catch (Throwable failure) {
      Guard.failed("start the span of a bean's method", failure);
    }
    return span;
  }

  /**
   * An unsampled span below an unsampled one of its trace: what it would pass on says the same as
   * what its parent does, so that a scope would be an expense for nothing. A trace that starts here
   * is told from none without the text of its id.
   */
  private static boolean changesNothing(Span span, Span current) {
    SpanContext child = span.getSpanContext();
    SpanContext parent = current.getSpanContext();
    return !child.isSampled()
        && !parent.isSampled()
        && child.isValid() == parent.isValid()
        && child.getTraceId().equals(parent.getTraceId());
  }

  private static void end(Span span) {
    try {
      span.end();
    } catch (Throwable failure) {
      Guard.failed("end the span of a bean's method", failure);
    }
  }

  /** Ends the span, now or when the result does; gives what the caller is to get. */
  private Object finish(TracedMethod method, Span span, Object result) {
    try {
      if (span.isRecording()) {
        if (result instanceof CompletionStage<?> stage) {
          watch(stage, new AsyncSpan(method, span));
          return result;
        }
        if (result instanceof Flow.Publisher<?> publisher && method.returnsPublisher()) {
          return unsubscribed.watch(publisher, new AsyncSpan(method, span));
        }
        method.describeResult(span, result);
      }
    } catch (Throwable failure) {
      Guard.failed("finish the span of a bean's method", failure);
    }
    end(span);
    return result;
  }

  /** The hook is on the stage itself: the caller gets that very stage, to complete or cancel. */
  private static void watch(CompletionStage<?> stage, AsyncSpan open) {
    try {
      stage.whenComplete(open::complete);
    } catch (Throwable failure) {
      Guard.failed("watch a completion stage", failure);
      open.complete(null, null);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.instrument.Guard;
import dev.clew.instrument.SpanErrors;
import dev.clew.instrument.http.HttpServerSpan;
import dev.clew.instrument.messaging.MessagingSpan;
import io.opentelemetry.api.trace.Span;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.CompletionStage;

/**
 * The call of the method that handles a request or processes a message. The span of that stands for
 * it, as in MicroProfile OpenTracing: it takes what the method's annotations ask to record, and the
 * exception; whether the request has failed is for the response to say, since the exception may be
 * mapped to any.
 */
final class EndpointCall {

  private EndpointCall() {}

  /** The span that stands for a call; {@code null} where none does. Allocates nothing. */
  static Span owner(InvocationContext call, TracedMethod method) {
    try {
      return switch (method.owner()) {
        case NONE -> null;
        case REQUEST -> serverSpan(call);
        case MESSAGE -> consumerSpan(call);
      };
    } catch (Throwable failure) {
      Guard.failed("look whether a bean's method handles a request or a message", failure);
      return null;
    }
  }

  private static Span serverSpan(InvocationContext call) {
    HttpServerSpan request = HttpServerSpan.current();
    return request.enters(call.getTarget(), call.getMethod())
        ? Span.fromContext(request.context())
        : null;
  }

  private static Span consumerSpan(InvocationContext call) {
    MessagingSpan message = MessagingSpan.current();
    return message.enters(call.getParameters()[0]) ? Span.fromContext(message.context()) : null;
  }

  /** Calls the method; its result and its exception are the caller's. */
  static Object proceed(InvocationContext call, TracedMethod method, Span request)
      throws Exception {
    describeArguments(call, method, request);
    Object result;
    try {
      result = call.proceed();
    } catch (Throwable failure) {
      SpanErrors.recordEvent(request, failure);
      throw failure;
    }
    describeResult(method, request, result);
    return result;
  }

  private static void describeArguments(InvocationContext call, TracedMethod method, Span request) {
    try {
      if (!method.arguments().isEmpty()) {
        method.describeArguments(request, call.getParameters());
      }
    } catch (Throwable failure) {
      Guard.failed("record the arguments of a resource method", failure);
    }
  }

  private static void describeResult(TracedMethod method, Span request, Object result) {
    try {
      if (result instanceof CompletionStage<?> stage) {
        stage.whenComplete((value, failure) -> SpanErrors.recordEvent(request, failure));
      } else {
        method.describeResult(request, result);
      }
    } catch (Throwable failure) {
      Guard.failed("record the result of a resource method", failure);
    }
  }
}

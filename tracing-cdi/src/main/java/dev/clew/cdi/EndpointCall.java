// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.instrument.Guard;
import dev.clew.instrument.SpanErrors;
import dev.clew.instrument.http.HttpServerSpan;
import io.opentelemetry.api.trace.Span;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.CompletionStage;

/**
 * The call of the method that handles a request. The server span stands for it, as in MicroProfile
 * OpenTracing: it takes what the method's annotations ask to record, and the exception; whether the
 * request has failed is for the response to say, since the exception may be mapped to any.
 */
final class EndpointCall {

  private EndpointCall() {}

  /** The server span that stands for a call; {@code null} where none does. Allocates nothing. */
  static Span serverSpan(InvocationContext call) {
    try {
      HttpServerSpan request = HttpServerSpan.current();
      return request.enters(call.getTarget(), call.getMethod())
          ? Span.fromContext(request.context())
          : null;
    } catch (Throwable failure) {
      Guard.failed("look whether a bean's method handles a request", failure);
      return null;
    }
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

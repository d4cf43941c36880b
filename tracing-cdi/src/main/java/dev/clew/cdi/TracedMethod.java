// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import dev.clew.instrument.Guard;
import dev.clew.instrument.Handover;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;

/**
 * All that is known of a traced method before it is called, resolved once, so that a call neither
 * reflects nor builds strings. Immutable.
 *
 * @param name the span's name
 * @param functionName the method as {@code code.function.name} wants it
 * @param root whether each call starts a trace, linked to the caller's
 * @param linked whether a root is linked to the span that was current
 * @param arguments what to record of the arguments
 * @param resultKey the attribute that takes the result; {@code null} for none
 * @param returnsPublisher whether a wrapped publisher can stand for the result
 * @param owner whose span is enough where there is one
 */
record TracedMethod(
    String name,
    String functionName,
    SpanKind kind,
    boolean root,
    boolean linked,
    List<Argument> arguments,
    String resultKey,
    boolean returnsPublisher,
    Owner owner) {

  /** Stands for methods that are not to be traced. */
  static final TracedMethod UNTRACED =
      new TracedMethod("", "", SpanKind.INTERNAL, false, false, List.of(), null, false, Owner.NONE);

  private static final String ASYNC_RESULT = "jakarta.ejb.AsyncResult";

  private static final AttributeKey<String> FUNCTION_NAME =
      AttributeKey.stringKey("code.function.name");

  /**
   * An argument to be recorded.
   *
   * @param key the attribute's
   * @param index the parameter's
   */
  record Argument(String key, int index) {}

  static TracedMethod of(
      String name, Method method, SpanKind kind, boolean root, boolean linked, Tags tags) {
    return new TracedMethod(
        name,
        functionName(method, name),
        kind,
        root,
        linked,
        tags.arguments(),
        tags.resultKey(),
        method.getReturnType() == Flow.Publisher.class,
        Owner.NONE);
  }

  /** What a call may stand for, and then has a span without being traced. */
  enum Owner {
    NONE,
    REQUEST,
    MESSAGE
  }

  /**
   * The same, which needs no span of its own where it handles a request, or processes a message:
   * the span of that says it all. Not so for a root, which is to be a trace of its own, nor where
   * the value of a stage is recorded: the server span may have ended before that value is seen.
   */
  TracedMethod yielding(Method method) {
    boolean late =
        resultKey != null && CompletionStage.class.isAssignableFrom(method.getReturnType());
    return new TracedMethod(
        name,
        functionName,
        kind,
        root,
        linked,
        arguments,
        resultKey,
        returnsPublisher,
        root || late ? Owner.NONE : takesMessage(method) ? Owner.MESSAGE : Owner.REQUEST);
  }

  /** As {@code jakarta.jms.MessageListener} has it, which may not be there. */
  private static boolean takesMessage(Method method) {
    return method.getName().equals("onMessage")
        && method.getParameterCount() == 1
        && method.getParameterTypes()[0].getName().equals("jakarta.jms.Message");
  }

  /**
   * Starts its span, as a child or as a root.
   *
   * @param current the context's
   */
  Span start(Tracer tracer, Context context, Span current) {
    SpanBuilder builder = tracer.spanBuilder(name);
    if (kind != SpanKind.INTERNAL) {
      builder.setSpanKind(kind);
    }
    if (root) {
      builder.setNoParent();
      if (linked && current.getSpanContext().isValid()) {
        builder.addLink(current.getSpanContext());
      }
    } else {
      builder.setParent(context);
      boolean begins = !current.getSpanContext().isValid();
      SpanContext submitter = begins ? Handover.submitter(context) : null;
      if (submitter != null) {
        builder.addLink(submitter);
      }
    }
    return builder.startSpan();
  }

  /** Says which method it is and what it was given; for spans that record. */
  void describe(Span span, Object[] parameters) {
    span.setAttribute(FUNCTION_NAME, functionName);
    describeArguments(span, parameters);
  }

  /** Says what it was given; for spans that record. */
  void describeArguments(Span span, Object[] parameters) {
    for (Argument argument : arguments) {
      Attribute.set(span, argument.key, parameters[argument.index]);
    }
  }

  /** Says what it gave; for spans that record. */
  void describeResult(Span span, Object result) {
    if (resultKey != null) {
      Attribute.set(span, resultKey, value(result));
    }
  }

  /** What an enterprise bean's {@code @Asynchronous} method has wrapped for its container. */
  private static Object value(Object result) {
    try {
      boolean wrapped = result != null && result.getClass().getName().equals(ASYNC_RESULT);
      return wrapped ? ((Future<?>) result).get() : result;
    } catch (Exception failure) {
      Guard.failed("read the result of an asynchronous method", failure);
      return null;
    }
  }

  private static String functionName(Method method, String name) {
    String function = method.getDeclaringClass().getName() + "." + method.getName();
    return function.equals(name) ? name : function;
  }

  /**
   * What a method's annotations ask to record.
   *
   * @param resultKey {@code null} for none
   */
  record Tags(List<Argument> arguments, String resultKey) {

    Tags {
      arguments = List.copyOf(arguments);
    }
  }
}

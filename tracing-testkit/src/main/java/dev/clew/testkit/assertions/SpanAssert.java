// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.assertions;

import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.Trace;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/**
 * What can be asserted of a span in its trace. Not thread-safe.
 *
 * <p>Values of attributes are given as Java has them: an {@code int} equals the OTLP integer of the
 * same value, a {@link List} an array.
 */
public final class SpanAssert extends AbstractAssert<SpanAssert, FinishedSpan> {

  private final TraceAssert trace;
  private final Failures failures;

  /** Without a span, where one is missing and that has been reported, nothing more is asserted. */
  SpanAssert(FinishedSpan actual, TraceAssert trace, Failures failures) {
    super(actual, SpanAssert.class);
    this.trace = trace;
    this.failures = failures;
  }

  /** Its name, as it is. */
  public SpanAssert hasName(String name) {
    return is("the name", name, FinishedSpan::name);
  }

  /** Its kind. */
  public SpanAssert hasKind(SpanKind kind) {
    return is("the kind", kind, FinishedSpan::kind);
  }

  /** The {@code service.name} of its resource. */
  public SpanAssert hasService(String service) {
    return is("the service", service, FinishedSpan::service);
  }

  /** The name of the instrumentation scope, that is, of what has recorded it. */
  public SpanAssert hasScope(String scope) {
    return is("the scope", scope, FinishedSpan::scope);
  }

  /** Its status. */
  public SpanAssert hasStatus(StatusCode status) {
    return is("the status", status, FinishedSpan::status);
  }

  /** Its status, and the description of it. */
  public SpanAssert hasStatus(StatusCode status, String description) {
    return hasStatus(status).is("the status message", description, FinishedSpan::statusMessage);
  }

  /** An attribute, with that value. */
  public SpanAssert hasAttribute(String key, Object value) {
    return is("attribute " + key, asReceived(value), span -> span.attributes().get(key));
  }

  /** An attribute, with that value. */
  public <T> SpanAssert hasAttribute(AttributeKey<T> key, T value) {
    return hasAttribute(key.getKey(), value);
  }

  /** An attribute, whatever its value. */
  public SpanAssert hasAttribute(String key) {
    return check(span -> span.attributes().containsKey(key), "an attribute " + key);
  }

  /**
   * An attribute, with a value of which more is to be said.
   *
   * @param requirements as AssertJ's {@code satisfies} wants them; they throw what is wrong
   */
  public SpanAssert hasAttributeSatisfying(String key, Consumer<Object> requirements) {
    hasAttribute(key);
    if (actual != null && actual.attributes().containsKey(key)) {
      try {
        requirements.accept(actual.attributes().get(key));
      } catch (AssertionError wrong) {
        fail("expected another value of attribute " + key + ": " + wrong.getMessage());
      }
    }
    return this;
  }

  /** No attribute with that key. */
  public SpanAssert hasNoAttribute(String key) {
    return check(span -> !span.attributes().containsKey(key), "no attribute " + key);
  }

  /** An event of that name. */
  public SpanAssert hasEvent(String name) {
    return check(span -> Events.named(span, name).findAny().isPresent(), "an event " + name);
  }

  /** An exception was recorded, of just that class. */
  public SpanAssert hasException(Class<? extends Throwable> type) {
    return hasException(type, null);
  }

  /**
   * An exception was recorded, of just that class and with that message.
   *
   * @param message {@code null} if any will do
   */
  public SpanAssert hasException(Class<? extends Throwable> type, String message) {
    return check(
        span -> Events.exceptions(span).anyMatch(each -> Events.is(each, type, message)),
        "a recorded " + type.getName() + (message == null ? "" : ": " + message));
  }

  /** No exception was recorded. */
  public SpanAssert hasNoException() {
    return check(span -> Events.exceptions(span).findAny().isEmpty(), "no recorded exception");
  }

  /** A link to another span. */
  public SpanAssert hasLinkTo(FinishedSpan other) {
    return check(
        span -> span.links().stream().anyMatch(link -> link.spanId().equals(other.spanId())),
        "a link to " + Trace.describe(other));
  }

  /** It has no parent, neither here nor elsewhere. */
  public SpanAssert isRoot() {
    return check(FinishedSpan::isRoot, "to be a root");
  }

  /** Its parent is in another process, or behind a protocol. */
  public SpanAssert hasRemoteParent() {
    return check(FinishedSpan::hasRemoteParent, "a remote parent");
  }

  /**
   * Its parent is in the trace, and described so.
   *
   * @throws TreeSyntaxException if that does not describe a span
   */
  public SpanAssert isChildOf(String parent) {
    SpanPattern pattern = SpanParser.parse(parent);
    return check(
        span -> trace.trace().parent(span).filter(pattern::matches).isPresent(),
        "to be a child of " + parent);
  }

  /** Its parent is that span. */
  public SpanAssert isChildOf(FinishedSpan parent) {
    return check(span -> span.isChildOf(parent), "to be a child of " + Trace.describe(parent));
  }

  /** Back to the trace, for another of its spans. */
  public TraceAssert inTrace() {
    return trace;
  }

  /** OTLP has one kind of integer, and one of fraction. */
  private static Object asReceived(Object value) {
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(SpanAssert::asReceived).toList();
    }
    return value instanceof Float number ? number.doubleValue() : value;
  }

  private SpanAssert is(String what, Object expected, Function<FinishedSpan, Object> part) {
    if (actual != null && !Objects.equals(expected, part.apply(actual))) {
      fail(
          "expected %s to be %s, but it is %s"
              .formatted(what, Drawing.shown(expected), Drawing.shown(part.apply(actual))));
    }
    return this;
  }

  private SpanAssert check(Predicate<FinishedSpan> holds, String wanted) {
    if (actual != null && !holds.test(actual)) {
      fail("expected " + wanted);
    }
    return this;
  }

  private void fail(String problem) {
    String message = problem + failures.about(List.of(actual), "this one");
    failures.report(failure(Failures.noFormat(message)));
  }
}

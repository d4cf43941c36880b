// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.assertions;

import static dev.clew.testkit.assertions.TraceAssertions.assertThatTrace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.Trace;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SpanAssertTest {

  private static final Trace ORDER = Samples.order();
  private static final FinishedSpan PLACE = ORDER.spans().get(1);
  private static final FinishedSpan UPDATE = ORDER.spans().get(2);

  @Test
  void passesWhatIsSo() {
    assertThatTrace(ORDER)
        .root()
        .hasName("POST /orders")
        .isRoot()
        .inTrace()
        .span("UPDATE orders")
        .hasKind(SpanKind.CLIENT)
        .hasService("shop")
        .hasScope("test")
        .hasStatus(StatusCode.UNSET)
        .hasAttribute("app.share")
        .hasAttribute("app.share", "7%")
        .hasAttribute("db.response.returned_rows", 2)
        .hasAttribute(AttributeKey.longKey("db.response.returned_rows"), 2L)
        .hasAttributeSatisfying("app.share", share -> assertThat(share).asString().endsWith("%"))
        .hasNoAttribute("db.query.text")
        .hasNoException()
        .isChildOf("shop: *.place")
        .isChildOf(PLACE)
        .inTrace()
        .span("POST /stock (server)")
        .hasStatus(StatusCode.ERROR, "out of stock")
        .hasEvent("exception")
        .hasException(IllegalStateException.class)
        .hasException(IllegalStateException.class, "out of stock");
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong(s -> s.hasName("INSERT"), "the name to be \"INSERT\", but it is \"UPDATE orders\""),
        wrong(s -> s.hasKind(SpanKind.SERVER), "the kind to be SERVER, but it is CLIENT"),
        wrong(s -> s.hasService("stock"), "the service to be \"stock\", but it is \"shop\""),
        wrong(s -> s.hasScope("jdbc"), "the scope to be \"jdbc\", but it is \"test\""),
        wrong(s -> s.hasStatus(StatusCode.ERROR), "the status to be ERROR, but it is UNSET"),
        wrong(s -> s.hasStatus(StatusCode.UNSET, "x"), "the status message to be \"x\""),
        wrong(s -> s.hasAttribute("app.none"), "expected an attribute app.none"),
        wrong(
            s -> s.hasAttribute("app.share", "8%"),
            "expected attribute app.share to be \"8%\", but it is \"7%\""),
        wrong(
            s -> s.hasAttribute("db.response.returned_rows", "2"),
            "expected attribute db.response.returned_rows to be \"2\", but it is 2"),
        wrong(
            s -> s.hasAttributeSatisfying("app.share", v -> assertThat(v).isEqualTo("8%")),
            "expected another value of attribute app.share: "),
        wrong(s -> s.hasNoAttribute("app.share"), "expected no attribute app.share"),
        wrong(s -> s.hasEvent("retry"), "expected an event retry"),
        wrong(
            s -> s.hasException(IllegalStateException.class, "gone"),
            "expected a recorded java.lang.IllegalStateException: gone"),
        wrong(SpanAssert::isRoot, "expected to be a root"),
        wrong(SpanAssert::hasRemoteParent, "expected a remote parent"),
        wrong(s -> s.hasLinkTo(PLACE), "a link to shop: OrderService.place (internal)"),
        wrong(s -> s.isChildOf("POST /orders"), "expected to be a child of POST /orders"),
        wrong(s -> s.isChildOf(UPDATE), "to be a child of shop: UPDATE orders (client)"));
  }

  private static Arguments wrong(Consumer<SpanAssert> assertion, String problem) {
    return arguments(assertion, problem);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("wrong")
  void saysWhatIsWrongAndShowsTheSpanAndTheTrace(Consumer<SpanAssert> assertion, String problem) {
    SpanAssert update = assertThatTrace(ORDER).span("UPDATE orders");

    assertThatThrownBy(() -> assertion.accept(update))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(problem)
        .hasMessageContaining("app.share = \"7%\"")
        .hasMessageContaining("    shop: UPDATE orders (client)   <-- this one");
  }

  @Test
  void showsExceptions() {
    SpanAssert failed = assertThatTrace(ORDER).span("stock: *");

    assertThatThrownBy(failed::hasNoException)
        .hasMessageContaining("  status: out of stock\n    event exception\n")
        .hasMessageContaining("exception.message = \"out of stock\"");
    assertThatThrownBy(() -> failed.hasException(Exception.class)).hasMessageContaining("recorded");
  }

  @Test
  void saysWhatItIsAboutIfThatIsDescribed() {
    assertThatThrownBy(
            () -> assertThatTrace(ORDER).root().as("100%% of %s", "requests").hasName("x"))
        .hasMessageStartingWith("[100% of requests] expected the name");
  }
}

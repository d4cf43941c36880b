// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.assertions;

import static dev.clew.testkit.assertions.TraceAssertions.assertThatSpan;
import static dev.clew.testkit.assertions.TraceAssertions.assertThatTrace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clew.testkit.Trace;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.MultipleFailuresError;

class TraceAssertTest {

  private static final Trace ORDER = Samples.order();

  @Test
  void passesWhatIsSo() {
    assertThatTrace(ORDER)
        .hasSpans(5)
        .hasServices("stock", "shop")
        .isComplete()
        .allSpans("POST /stock", call -> call.hasNoAttribute("app.share"))
        .hasNoSpan("INSERT orders")
        .hasNoSpan("shop: POST /stock (server)");
    assertThatTrace(Samples.flat("a")).hasNoErrors();
    assertThatSpan(ORDER.spans().get(1)).hasName("OrderService.place");
  }

  @Test
  void countsSpans() {
    assertThatThrownBy(() -> assertThatTrace(ORDER).hasSpans(4))
        .hasMessageStartingWith("expected 4 spans, but there are 5\n\nin trace 0af7651916cd");
  }

  @Test
  void namesServices() {
    assertThatThrownBy(() -> assertThatTrace(ORDER).hasServices("shop"))
        .hasMessageStartingWith("expected spans of [shop], but they are of [shop, stock]");
  }

  @Test
  void showsWhichSpansHaveFailed() {
    assertThatThrownBy(() -> assertThatTrace(ORDER).hasNoErrors())
        .hasMessageContaining("status: out of stock")
        .hasMessageContaining("stock: POST /stock (server, error)   <-- has failed");
  }

  @Test
  void missesParents() {
    assertThatThrownBy(() -> assertThatTrace(ORDER.spans().subList(1, 5)).isComplete())
        .hasMessageContaining("shop: OrderService.place (internal) (its parent never came)");
  }

  @Test
  void showsSpansThatShouldNotBe() {
    assertThatThrownBy(() -> assertThatTrace(ORDER).hasNoSpan("UPDATE *"))
        .hasMessageContaining("shop: UPDATE orders (client)   <-- not expected");
  }

  @Test
  void asksWhichSpanIsMeantWhereThereAreSeveral() {
    assertThatThrownBy(() -> assertThatTrace(ORDER).span("POST /stock"))
        .hasMessageStartingWith("expected one span \"POST /stock\", but found 2")
        .hasMessageContaining("shop: POST /stock (client)   <-- this is one")
        .hasMessageContaining("stock: POST /stock (server, error)   <-- this is one");
    assertThatThrownBy(() -> assertThatTrace(List.of()).root())
        .hasMessageStartingWith("expected one root, but there are 0");
  }

  @Test
  void looksAtEachOfManySpans() {
    assertThatThrownBy(
            () ->
                assertThatTrace(ORDER)
                    .allSpans("POST /stock", call -> call.hasKind(SpanKind.CLIENT)))
        .hasMessageContaining("expected the kind to be CLIENT, but it is SERVER");
    assertThatThrownBy(() -> assertThatTrace(ORDER).allSpans("GET *", call -> call.isRoot()))
        .hasMessageContaining("expected spans \"GET *\", but found none");
  }

  @Test
  void looksAtAllThatIsAssertedSoftly() {
    MultipleFailuresError failure =
        catchThrowableOfType(
            MultipleFailuresError.class,
            () ->
                assertThatTrace(ORDER)
                    .softly(
                        trace ->
                            trace
                                .hasSpans(7)
                                .span("INSERT orders")
                                .hasKind(SpanKind.CLIENT)
                                .inTrace()
                                .span("UPDATE orders")
                                .hasAttribute("app.share", "8%")
                                .hasAttribute("app.share", "7%")));

    assertThat(failure).hasMessageContaining("shop: OrderService.place (internal)");
    assertThat(failure.getFailures())
        .extracting(each -> each.getMessage().lines().findFirst().orElse(""))
        .containsExactly(
            "expected 7 spans, but there are 5",
            "expected one span \"INSERT orders\", but found 0",
            "expected attribute app.share to be \"8%\", but it is \"7%\"");
    assertThatTrace(ORDER).softly(trace -> trace.hasSpans(5));
  }
}

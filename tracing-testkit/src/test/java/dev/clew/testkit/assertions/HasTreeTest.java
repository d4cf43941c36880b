// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.assertions;

import static dev.clew.testkit.assertions.TraceAssertions.assertThatTrace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.testkit.FinishedSpan;
import dev.clew.testkit.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

class HasTreeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /orders > OrderService.place > [UPDATE orders, POST /stock > POST /stock]",
        "POST /orders>OrderService.place>[UPDATE orders,POST /stock>POST /stock]",
        "POST /orders > [OrderService.place > [UPDATE orders, POST /stock > [POST /stock]]]",
        "POST /orders > OrderService.place > {POST /stock > POST /stock, UPDATE orders}",
        "POST /orders > ...",
        "POST /orders > OrderService.place > [..., POST /stock > ...]",
        "POST /orders > OrderService.place > [UPDATE orders, ...]",
        "POST /orders > OrderService.place > {POST /stock > ..., ...}",
        "POST * > *.place > [* orders, * > *]",
        "'POST /orders' > \"OrderService.place\" > [..., 'POST /stock' (client) > ...]",
        "shop: POST /orders (server) > ...",
        "... ",
        """
        shop: POST /orders (server) > shop: OrderService.place (internal) > [
          'shop': UPDATE orders (client),
          shop: POST /stock (client) > stock: 'POST /stock' (server, error)]
        """,
      })
  void findsTheTree(String tree) {
    assertThatTrace(Samples.order()).hasTree(tree);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /orders",
        "OrderService.place",
        "POST /orders > ... > POST /stock",
        "POST /orders > OrderService.place > [POST /stock > POST /stock, UPDATE orders]",
        "POST /orders > OrderService.place > [UPDATE orders, POST /stock]",
        "POST /orders > OrderService.place > [..., UPDATE orders]",
        "POST /orders > OrderService.place > {POST /stock > ...}",
        "POST /orders > OrderService.place > {POST /stock > ..., UPDATE orders, *}",
        "POST /orders > OrderService.place > {POST /stock, ...}",
        "[POST /orders > ..., OrderService.place]",
        "stock: POST /orders > ...",
        "POST /orders (client) > ...",
        "POST /orders (error) > ...",
        "'POST *' > ...",
        "POST /order. > ...",
      })
  void findsAnotherTree(String tree) {
    assertThatThrownBy(() -> assertThatTrace(Samples.order()).hasTree(tree))
        .isInstanceOfAny(AssertionError.class, TreeSyntaxException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"call(int, b > a)", "GET /a/{id}", "a:b", "don't", "it \"is\"", "GET (sort of)"})
  void readsNamesWithTheirBrackets(String name) {
    assertThatTrace(Samples.flat("top", name)).hasTree("top > " + name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a > b", "a, b", "a: b", "a (client)", "a [b]", "'a' 'b'", "*", "...", "a\\b'"})
  void writesATraceSoThatItCanBeCopied(String name) {
    Trace trace = Samples.flat("top", name, name);

    assertThatTrace(trace).hasTree(TreeWriter.write(trace));
    assertThatThrownBy(
            () -> assertThatTrace(Samples.flat("top", "-", "-")).hasTree(TreeWriter.write(trace)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void showsTheTraceAndWhereItFirstDiffers() {
    assertThatThrownBy(
            () ->
                assertThatTrace(Samples.order())
                    .hasTree("POST /orders > OrderService.place > [INSERT orders, ...]"))
        .hasMessage(
            """
            expected the tree
              POST /orders > OrderService.place > [INSERT orders, ...]
            but trace 0af7651916cd43dd8448eb211c80319c is
              shop: POST /orders (server)
                shop: OrderService.place (internal)
                  shop: UPDATE orders (client)   <-- expected here: INSERT orders
                  shop: POST /stock (client)
                    stock: POST /stock (server, error)
            or, to copy it,
              shop: POST /orders > shop: OrderService.place > [shop: UPDATE orders, \
            shop: POST /stock > stock: POST /stock]

              shop: UPDATE orders (client)
                app.share = "7%"
                db.response.returned_rows = 2""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a > [b, c]        | d (internal)   <-- not expected",
        "a > [b, ..., c]   | a (internal)   <-- expected below: c",
        "a > [b, c, d, e]  | a (internal)   <-- expected below: e",
        "a > [b, c, d > e] | d (internal)   <-- expected below: e",
        "a > [b, d, c]     | c (internal)   <-- expected here: d",
        "a > {d, c}        | b (internal)   <-- not expected",
        "a > {d, c, b > e} | b (internal)   <-- expected below: e",
        "a > {d, e, ...}   | a (internal)   <-- expected below: e",
        "b                 | a (internal)   <-- expected here: b",
        "[a > ..., b]      | lacks a span at its top: b",
      })
  void marksTheFirstSpanThatDiffers(String tree, String mark) {
    assertThatThrownBy(() -> assertThatTrace(Samples.flat("a", "b", "c", "d")).hasTree(tree))
        .hasMessageContaining(mark);
  }

  @Test
  void doesNotPassWithoutSpans() {
    assertThatThrownBy(() -> assertThatTrace(List.of()).hasTree("a"))
        .hasMessageContaining("lacks a span at its top: a\n  (no span)");
  }

  @Test
  void showsParentsThatNeverCame() {
    List<FinishedSpan> spans = Samples.order().spans();

    assertThatThrownBy(() -> assertThatTrace(spans.subList(2, 5)).hasTree("a"))
        .hasMessageContaining("shop: UPDATE orders (client) (its parent never came)");
  }

  @Test
  void isAnErrorThatToolsCanShowAsADifference() {
    assertThatThrownBy(() -> assertThatTrace(Samples.flat("a", "b")).hasTree("a"))
        .isInstanceOfSatisfying(
            AssertionFailedError.class,
            failure -> {
              assertThat(failure.getExpected().getValue()).isEqualTo("a");
              assertThat(failure.getActual().getValue()).isEqualTo("a > b");
            });
  }
}

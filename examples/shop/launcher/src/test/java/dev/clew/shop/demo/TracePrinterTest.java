// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TracePrinterTest {

  private static final Style ASCII = new Style(false, false);
  private static final Style DRAWN = new Style(false, true);
  private static final Style COLOURED = new Style(true, true);

  @Test
  void drawsATree() {
    assertThat(printed(Spans.checkout(), DRAWN, 100))
        .isEqualToNormalizingNewlines(
            """

              Trace 0af7651916cd43dd8448eb211c80319c
              5 spans, 2 services, 40.0 ms, complete
              The error started in stock, POST /stock/reservations
              java.lang.IllegalStateException

              SERVICE  SPAN                               KIND        DURATION              STATUS
              orders   POST /orders                       server       40.0 ms  ██████████  error IllegalStateE…
              orders   └ …shop.orders.Checkout.place      internal     36.0 ms   █████████  ok
              orders     ├ …shop.orders.PriceList.total   internal      1.0 ms   █          ok
              orders     └ POST                           client       31.0 ms   ████████   ok
              stock        └ POST /stock/reservations     server       27.0 ms    ███████   error IllegalStateE…
            """);
  }

  @Test
  void saysWhatTheDatabaseSaid() {
    assertThat(printed(Spans.failedStatement(), DRAWN, 100))
        .contains(
            "The error started in stock, INSERT reservations",
            "java.sql.SQLException: SQLState 23505");
  }

  @Test
  void saysNothingOfErrorsWhereThereIsNone() {
    assertThat(printed(Spans.order(), DRAWN, 100)).doesNotContain("error");
  }

  @Test
  void keepsToAsciiWhereTheTerminalDoesNotKnowMore() {
    assertThat(printed(Spans.checkout(), ASCII, 100)).matches("(?s)\\p{ASCII}*");
  }

  @Test
  void keepsToTheWidthOfTheTerminal() {
    for (int columns : new int[] {72, 80, 100, 160}) {
      assertThat(printed(Spans.checkout(), DRAWN, columns).lines())
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
    }
  }

  @Test
  void coloursChangeNothingButColours() {
    String coloured = printed(Spans.checkout(), COLOURED, 100);

    assertThat(coloured).contains("\u001b[");
    assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", "").replaceAll("(?m) +$", ""))
        .isEqualTo(printed(Spans.checkout(), DRAWN, 100));
  }

  @Test
  void saysWhenAParentIsMissing() {
    assertThat(printed(Spans.checkout().subList(1, 5), DRAWN, 100)).contains("incomplete");
  }

  @Test
  void keepsControlCharactersAwayFromTheTerminal() {
    ServiceSpan hostile =
        Spans.of("or\u001b[2Jders", Spans.internal(1, 0, "na\u0007me\u202e\r\n", 0, 1));

    assertThat(printed(List.of(hostile), DRAWN, 100)).contains("na?me???", "or?[2Jders");
  }

  private static String printed(List<ServiceSpan> spans, Style style, int columns) {
    return TracePrinter.lines(new Trace(Spans.TRACE, spans), style, columns)
        .collect(Collectors.joining("\n"));
  }
}

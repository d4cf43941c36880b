// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.clew.console.Requests;
import dev.clew.console.otlp.Encoding;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The page's search, trace and map, on what the shop sent. */
class PageTest extends PageOfConsole {

  private static final int SHOP_SPANS = 17;

  /** Scrolls through all rows in 120 frames, and tells how long they took. */
  private static final String FRAMES =
      """
      () => new Promise(done => {
        const rows = document.querySelector('.rows');
        const times = [];
        let last = performance.now();
        rows.scrollTop = 0;
        const step = now => {
          times.push(now - last);
          last = now;
          rows.scrollTop += rows.scrollHeight / 120;
          if (times.length < 120) return requestAnimationFrame(step);
          times.sort((a, b) => a - b);
          const [paint] = performance.getEntriesByName('first-contentful-paint');
          return done(`first paint after ${paint.startTime.toFixed(0)} ms, a frame takes `
              + `${times[60].toFixed(1)} ms at the median, ${times[113].toFixed(1)} ms at the 95th percentile`);
        };
        requestAnimationFrame(step);
      })
      """;

  @Test
  void tellsHowToSendTheFirstTrace(TestInfo test) {
    Page page = open(WIDTH, HEIGHT, "");

    assertThat(page.getByText("No trace has come yet")).isVisible();
    assertThat(page.getByLabel("Variables for the server", exact()))
        .containsText(console.uri("").toString());
    shoot(page, test);
  }

  @Test
  void findsTheTraceThatWasSent(TestInfo test) throws Exception {
    sendShop();

    Page page = open(WIDTH, HEIGHT, "#/search?last=");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("POST /orders")).click();

    assertThat(page.getByRole(AriaRole.HEADING, headed("POST /orders"))).isVisible();
    assertThat(page.locator(".row:visible")).hasCount(SHOP_SPANS);
    shoot(page, test);
  }

  @Test
  void asksInItsOwnWords() throws Exception {
    sendShop();

    Page page = open(WIDTH, HEIGHT, "#/search?last=");
    page.getByLabel("Query").fill("service:stock duration>1h");
    page.getByLabel("Query").press("Enter");
    assertThat(page.getByText("No trace meets all of this")).isVisible();

    page.getByLabel("Query").fill("service:stock operation:\"UPDATE stock\"");
    page.getByLabel("Query").press("Enter");
    assertThat(page.locator(".traces tbody tr")).hasCount(1);

    page.getByLabel("Query").fill("duration=1");
    page.getByLabel("Query").press("Enter");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("duration>100ms");
  }

  @Test
  void showsAllOfASpanByKeyboardAlone() throws Exception {
    sendShop();
    Page page = open(WIDTH, HEIGHT, "#/trace/" + shopTrace());
    page.locator(".rows").focus();
    for (int i = 0; i < 8; i++) {
      page.keyboard().press("ArrowDown");
    }

    assertThat(page.locator(".drawer")).containsText("db.query.text");
    assertThat(page).hasURL(Pattern.compile("span=[0-9a-f]{16}"));
    shootForDocuments(page, "trace");
    page.keyboard().press("Escape");
    assertThat(page.locator(".drawer")).hasCount(0);
  }

  @Test
  void drawsWhoCallsWhom(TestInfo test) throws Exception {
    sendShop();
    Page page = open(WIDTH, HEIGHT, "");
    page.evaluate("() => { Date.now = () => 1795395900000; }");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Map")).click();

    assertThat(page.locator(".node").getByText("shipping")).isVisible();
    assertThat(page.locator(".node.queue")).hasCount(1);
    shoot(page, test);
  }

  @Test
  void showsAFileThatIsDropped() throws Exception {
    Page page = open(WIDTH, HEIGHT, "");
    page.evaluate(
        """
        text => {
          const data = new DataTransfer();
          data.items.add(new File([text], 'trace.json'));
          dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
        }
        """,
        new String(shop(), UTF_8));

    assertThat(page.locator(".row:visible")).hasCount(SHOP_SPANS);
    assertThat(console.get("/api/v1/services").body()).doesNotContain("orders");
  }

  @Test
  void fitsANarrowScreen(TestInfo test) throws Exception {
    sendShop();
    Page page = open(NARROW, 800, "#/trace/" + shopTrace());

    assertThat(page.locator(".row:visible").first()).isVisible();
    assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(NARROW);
    shoot(page, test);
  }

  @Test
  void showsHostileTextAsText(TestInfo test) throws Exception {
    console.send(Requests.of("<img src=x onerror=alert(1)>", hostile()));
    awaitTraceOf(Hostile.TEXTS.size());

    Page page = open(WIDTH, HEIGHT, "#/trace/" + Requests.traceId(1));

    assertThat(page.locator(".row:visible")).hasCount(Hostile.TEXTS.size());
    for (int i = 0; i < Hostile.TEXTS.size(); i++) {
      page.locator(".row:visible").nth(i).click();
      assertThat(page.locator(".drawer")).isVisible();
    }
    assertThat(page.evaluate("() => window.hit ?? 'never'")).isEqualTo("never");
    assertThat(page.locator(".trace img, .trace script, .trace iframe")).hasCount(0);
    assertThat((String) page.evaluate("() => document.body.innerText"))
        .doesNotContainPattern("[\\u0000-\\u0008\\u001b\\u202a-\\u202e]");
    shoot(page, test);
  }

  /** That of a hundred thousand spans, few exist on the page at any time. */
  @Test
  void scrollsThroughManySpans() throws Exception {
    int spans = 100_000;
    List<Span> part = new ArrayList<>();
    for (int i = 1; i <= spans; i++) {
      part.add(Requests.span(1, i).build());
      if (part.size() == 20_000) {
        assertThat(console.send(Requests.of("many", part))).isEqualTo(200);
        part.clear();
      }
    }

    awaitTraceOf(spans);

    Page page = open(WIDTH, HEIGHT, "#/trace/" + Requests.traceId(1));
    assertThat(page.getByText("100,000 spans")).isVisible();
    assertThat(page.locator(".row:visible").first()).isVisible();
    page.evaluate(
        "() => { const rows = document.querySelector('.rows'); rows.scrollTop = rows.scrollHeight; }");

    assertThat(page.getByText("span 100000")).isVisible();
    assertThat(page.locator(".row").count()).isLessThan(100);
    System.out.println("100,000 spans: " + page.evaluate(FRAMES));
  }

  private static List<Span> hostile() {
    List<Span> spans = new ArrayList<>();
    for (String text : Hostile.TEXTS) {
      spans.add(
          Requests.span(1, spans.size() + 1)
              .setName(text)
              .addAttributes(Requests.text(text.substring(0, Math.min(200, text.length())), text))
              .setStatus(
                  Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR).setMessage(text))
              .addEvents(Span.Event.newBuilder().setName(text))
              .build());
    }
    return spans;
  }

  private void sendShop() throws Exception {
    assertThat(console.post(Encoding.JSON, shop()).statusCode()).isEqualTo(200);
    awaitTraceOf(SHOP_SPANS);
  }

  private static byte[] shop() throws IOException {
    return file("shop.json");
  }

  private static String shopTrace() {
    return "b6ea99a413b5623379dcbce9f98c387c";
  }

  private static Page.GetByLabelOptions exact() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Page.GetByRoleOptions headed(String name) {
    return new Page.GetByRoleOptions().setName(name).setLevel(1);
  }
}

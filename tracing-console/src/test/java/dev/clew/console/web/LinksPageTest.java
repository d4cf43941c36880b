// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.clew.console.Requests;
import dev.clew.console.config.ConsoleOptions;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Where the page leads to: other spans, logs, searches, and into files. */
class LinksPageTest extends PageOfConsole {

  @Override
  Object[] options() {
    return new Object[] {
      ConsoleOptions.LOGS_URL, "https://logs.example.com/?q={traceId}+{spanId}&from={from}&to={to}"
    };
  }

  @Test
  void leadsFromASpanToItsLogs() throws Exception {
    console.send(Requests.of("shop", Requests.span(1, 2).build()));
    awaitTraceOf(1);
    Page page = open(WIDTH, HEIGHT, "#/trace/" + Requests.traceId(1) + "?span=0000000000000002");

    assertThat(page.locator(".drawer").getByText("Logs"))
        .hasAttribute(
            "href",
            "https://logs.example.com/?q="
                + Requests.traceId(1)
                + "+0000000000000002&from=2000&to=2001");
  }

  @Test
  void leadsAlongALinkAndBack() throws Exception {
    console.send(
        Requests.of(
            "shop",
            Requests.span(1, 1).build(),
            Requests.span(1, 2).addLinks(Requests.link(1, 1)).build()));
    awaitTraceOf(2);
    Page page = open(WIDTH, HEIGHT, "#/trace/" + Requests.traceId(1) + "?span=0000000000000002");

    page.locator(".drawer button.mono").click();
    assertThat(heading(page)).hasText("span 1");
    assertThat(page.locator(".drawer")).containsText("Linked from 1 span of this trace");
    page.locator(".drawer .event button").click();

    assertThat(heading(page)).hasText("span 2");
  }

  /** Two orders are shipped together: by a trace of its own, with a link to each of them. */
  @Test
  void leadsFromWhatWasSentToWhatProcessedItInAnotherTraceAndBack() throws Exception {
    sendBatch();
    Page page = open(WIDTH, HEIGHT, "#/trace/" + Requests.traceId(1) + "?span=0000000000000001");
    Locator drawer = page.locator(".drawer");

    assertThat(drawer).containsText("Links from other traces");
    drawer.getByText("Look for them").click();
    assertThat(drawer).containsText("None to this span.");
    drawer.getByText("send shipments").click();
    assertThat(heading(page)).hasText("send shipments");
    assertThat(drawer).containsText("shipping");
    shoot(page, "linked-from");
    drawer.getByText("process shipments").click();

    assertThat(page).hasURL(Pattern.compile(Requests.traceId(3) + "\\?span=0000000000000005"));
    assertThat(heading(page)).hasText("process shipments");
    drawer.getByText("00000000\u2026 / 0000000000000002").click();
    assertThat(heading(page)).hasText("send shipments");
  }

  @Test
  void searchesForWhatLinksToATrace() throws Exception {
    sendBatch();
    Page page = open(WIDTH, HEIGHT, "#/search?last=&q=link:" + Requests.traceId(2));

    assertThat(page.locator(".traces tbody tr")).hasCount(1);
    assertThat(page.locator(".traces tbody tr")).containsText("process shipments");
  }

  @Test
  void saysWhyLinksOfOtherTracesAreNotKnownAndLooksAgain() throws Exception {
    sendBatch();
    Page page = open(WIDTH, HEIGHT, "#/trace/" + Requests.traceId(1) + "?span=0000000000000002");
    Locator drawer = page.locator(".drawer");
    page.route(
        "**/linked-from**",
        route -> route.fulfill(answer(503, "{\"error\":\"the store could not be read\"}")));
    drawer.getByText("Look for them").click();
    assertThat(page.getByRole(AriaRole.ALERT)).hasText("the store could not be read");

    page.unroute("**/linked-from**");
    drawer.getByText("Look for them").click();
    assertThat(drawer.getByText("process shipments")).isVisible();
    browser.complaints.removeIf(complaint -> complaint.contains("503"));
  }

  private void sendBatch() throws Exception {
    for (int order = 1; order <= 2; order++) {
      Span root = Requests.span(order, 2 * order - 1).setName("POST /orders").build();
      Span send =
          Requests.span(order, 2 * order)
              .setName("send shipments")
              .setKind(Span.SpanKind.SPAN_KIND_PRODUCER)
              .setParentSpanId(root.getSpanId())
              .build();
      console.send(Requests.of("orders", root, send));
    }
    Span process =
        Requests.span(3, 5)
            .setName("process shipments")
            .setKind(Span.SpanKind.SPAN_KIND_CONSUMER)
            .addLinks(Requests.link(1, 2))
            .addLinks(Requests.link(2, 4))
            .build();
    console.send(Requests.of("shipping", process));
    awaitTraceOf(1);
  }

  private static Route.FulfillOptions answer(int status, String json) {
    return new Route.FulfillOptions()
        .setStatus(status)
        .setContentType("application/json")
        .setBody(json);
  }

  @Test
  void leadsFromTheMapToTracesOfAQueueAndOfACall() throws Exception {
    sendTraffic();
    Page page = open(WIDTH, HEIGHT, "#/map?last=");

    link(page, "Traces of queue shipments").click();
    assertThat(page.getByLabel("Query")).hasValue("messaging.destination.name=shipments");
    assertThat(page.locator(".traces tbody tr")).hasCount(24);

    page.goBack();
    link(page, "Calls from orders to stock").click();
    assertThat(page.getByLabel("Query")).hasValue(Pattern.compile("service:orders.*error"));
    assertThat(page.locator(".traces tbody tr").first()).containsText("POST /orders");
  }

  @Test
  void opensAFileThatIsChosen() throws Exception {
    Page page = open(WIDTH, HEIGHT, "");
    page.locator("#file")
        .setInputFiles(new FilePayload("trace.json", "application/json", file("shop.json")));

    assertThat(page.locator(".row:visible")).hasCount(17);
  }

  private static Locator heading(Page page) {
    return page.locator(".drawer h2");
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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
    Span.Link link =
        Span.Link.newBuilder()
            .setTraceId(Requests.span(1, 1).getTraceId())
            .setSpanId(Requests.id(1))
            .build();
    console.send(
        Requests.of(
            "shop", Requests.span(1, 1).build(), Requests.span(1, 2).addLinks(link).build()));
    awaitTraceOf(2);
    Page page = open(WIDTH, HEIGHT, "#/trace/" + Requests.traceId(1) + "?span=0000000000000002");

    page.locator(".drawer button.mono").click();
    assertThat(heading(page)).hasText("span 1");
    assertThat(page.locator(".drawer")).containsText("Linked from 1 span of this trace");
    page.locator(".drawer .event button").click();

    assertThat(heading(page)).hasText("span 2");
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

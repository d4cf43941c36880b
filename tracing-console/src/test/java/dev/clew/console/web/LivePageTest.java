// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.clew.console.Requests;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What the page shows of traces as they come in. */
class LivePageTest extends PageOfConsole {

  private static final String TAIL = "**/api/v1/tail*";

  @Test
  void showsWhatComesInAsItComes(TestInfo test) throws Exception {
    Page page = open(WIDTH, HEIGHT, "#/search?q=service:stock&last=");
    follow(page);

    console.send(Requests.of("shop", Requests.span(1, 1).build()));
    console.send(Requests.of("stock", Requests.span(2, 2).build()));
    assertThat(rows(page)).hasCount(1);
    console.send(Requests.of("stock", Requests.span(3, 3).build()));

    assertThat(rows(page)).hasCount(2);
    assertThat(rows(page).first()).containsText("span 3");
    shoot(page, test);
  }

  @Test
  void saysWhenMoreComesThanItCanShow() throws Exception {
    Page page = open(WIDTH, HEIGHT, "");
    follow(page);
    List<Span> spans = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      spans.add(Requests.span(i, i).build());
    }
    console.send(Requests.of("shop", spans));

    assertThat(page.getByText("10 more traces came in a second")).isVisible();
    assertThat(rows(page)).hasCount(50);
  }

  @Test
  void asksAgainForWhatItWasDeniedAndSaysSo() throws Exception {
    Page page = open(WIDTH, HEIGHT, "");
    page.route(
        TAIL,
        route ->
            route.fulfill(
                new Route.FulfillOptions().setStatus(503).setBody("{\"error\":\"too many\"}")));
    live(page).click();
    assertThat(page.getByText("too many Trying again")).isVisible();
    page.unroute(TAIL);

    assertThat(page.getByText("Trying again")).hasCount(0);
    console.send(Requests.of("shop", Requests.span(1, 1).build()));
    assertThat(rows(page)).hasCount(1);
    // A browser's own words on what it was denied.
    browser.complaints.removeIf(complaint -> complaint.contains("503"));
  }

  @Test
  void followsNoLongerOnDemand() throws Exception {
    Page page = open(WIDTH, HEIGHT, "");
    follow(page);
    live(page).click();

    awaitListeners("0.0");
  }

  /** Listens once the collector says so. */
  private void follow(Page page) {
    live(page).click();
    awaitListeners("1.0");
  }

  private void awaitListeners(String count) {
    awaitMetric("clew_console_tail_listeners " + count);
  }

  private static Locator live(Page page) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Live"));
  }

  private static Locator rows(Page page) {
    return page.locator(".traces tbody tr");
  }
}

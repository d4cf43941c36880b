// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.clew.console.Requests;
import dev.clew.console.otlp.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What the page says of tracing itself. */
class HealthPageTest extends PageOfConsole {

  @Test
  void countsWhatCameAndWhatIsMissing(TestInfo test) throws Exception {
    sendTraffic();
    Page page = open(WIDTH, HEIGHT, "#/health?last=");

    assertThat(tile(page, "Spans kept")).containsText("562");
    assertThat(tile(page, "Incomplete traces")).containsText("0");
    assertThat(page.locator(".scroll tbody tr")).hasCount(3);
    assertThat(page.getByLabel("Services").evaluate("all => all.scrollWidth - all.clientWidth"))
        .isEqualTo(0);
    shoot(page, test);
  }

  @Test
  void saysWhatSendersDroppedAndWhatToDo(TestInfo test) throws Exception {
    byte[] request = Requests.of("orders", Requests.span(1, 1).build()).toByteArray();
    console.post(Encoding.PROTOBUF, request, "Clew-Dropped", "1204");
    awaitTraceOf(1);

    Page page = open(WIDTH, HEIGHT, "#/health?last=");

    assertThat(page.locator(".lost"))
        .containsText("1,204 spans of orders were dropped before they were sent");
    assertThat(page.locator(".lost")).containsText("clew.journal.size");
    assertThat(page.locator(".flows tbody tr")).hasCount(1);
    shoot(page, test);
  }

  @Test
  void fitsANarrowDarkScreen(TestInfo test) throws Exception {
    sendTraffic();
    Page page = open(NARROW, 800, ColorScheme.DARK, "#/health?last=");

    assertThat(tile(page, "Spans kept")).isVisible();
    assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(NARROW);
    shoot(page, "health-" + test.getTestMethod().orElseThrow().getName());
  }

  private static Locator tile(Page page, String name) {
    return page.locator(".tiles div").filter(new Locator.FilterOptions().setHasText(name));
  }
}

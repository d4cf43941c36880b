// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What the page says of the difference between traces of the shop. */
class ComparePageTest extends PageOfConsole {

  @Test
  void saysWhatTracesWithErrorsHaveThatOthersHaveNot(TestInfo test) throws Exception {
    sendTraffic();
    Page page = open(WIDTH, HEIGHT, "#/compare?last=");

    button(page, "Errors against the rest").click();

    assertThat(page.locator(".findings li").first()).containsText("explains");
    assertThat(page.locator("table"))
        .containsText("orders: dev.clew.shop.orders.Checkout.place fails");
    shoot(page, test);
  }

  @Test
  void laysATraceOverAnotherOne() throws Exception {
    sendTraffic();
    Page page = open(WIDTH, HEIGHT, ColorScheme.DARK, "#/trace/" + orderTrace());

    button(page, "Compare").click();
    page.locator("table button").first().click();

    assertThat(page.locator(".diff tbody tr").first()).containsText("POST /orders");
    assertThat(page.locator(".diff")).containsText("OrderBook.add");
    assertThat(page.locator("nav [aria-current]")).hasText("Compare");
    shootForDocuments(page, "compare");
  }

  @Test
  void saysWhatIsMisunderstood() throws Exception {
    Page page = open(WIDTH, HEIGHT, "#/compare?a=" + "slow");

    assertThat(page.getByRole(AriaRole.ALERT)).containsText("\"slow\" is not understood");
  }

  @Test
  void fitsANarrowScreen(TestInfo test) throws Exception {
    sendTraffic();
    Page page = open(NARROW, 800, "#/compare?a=error&last=");

    assertThat(page.locator(".findings li").first()).isVisible();
    assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(NARROW);
    shoot(page, "compare-" + test.getTestMethod().orElseThrow().getName());
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}

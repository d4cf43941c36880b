// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What the page says is wrong with the shop. */
class InsightsPageTest extends PageOfConsole {

  private static final String ALL = "#/insights?service=&last=";

  @Test
  void namesTheFaultsOfTheShop() throws Exception {
    sendTraffic();

    Page page = open(WIDTH, HEIGHT, ALL);

    assertThat(finding(page, "The statement \"SELECT movements\"")).containsText("in 2 of 34");
    assertThat(finding(page, "executes \"select order_items\"")).containsText("N+1");
    assertThat(finding(page, "tries \"POST /reservations\"")).containsText("in 2 of 34");
    assertThat(finding(page, "The error started in \"INSERT reservations\" in stock")).isVisible();
    assertThat(finding(page, "Messages wait in their queue")).isVisible();
    shootForDocuments(page, "insights");
  }

  @Test
  void leadsFromAFindingToTheStatement() throws Exception {
    sendTraffic();
    Page page = open(WIDTH, HEIGHT, ALL);

    Locator slow = finding(page, "The statement \"SELECT movements\"");
    slow.getByText("Open the clearest trace").click();

    assertThat(page.locator(".drawer")).containsText("FROM movements WHERE LOWER(note) LIKE ?");
    shootForDocuments(page, "statement");
  }

  @Test
  void leadsFromAFindingToAllTracesWithIt() throws Exception {
    sendTraffic();
    Page page = open(WIDTH, HEIGHT, ALL);

    finding(page, "The statement \"SELECT movements\"").getByText("All traces with it").click();

    assertThat(page.locator(".traces tbody tr")).hasCount(2);
  }

  @Test
  void keepsToOneServiceOnDemand() throws Exception {
    sendTraffic();
    Page page = open(WIDTH, HEIGHT, "#/insights?service=shipping&last=");

    assertThat(page.getByText("Messages wait in their queue")).isVisible();
    assertThat(page.getByText("SELECT movements")).hasCount(0);
  }

  @Test
  void fitsANarrowDarkScreen(TestInfo test) throws Exception {
    sendTraffic();
    Page page = open(NARROW, 800, ColorScheme.DARK, ALL);

    assertThat(finding(page, "The statement \"SELECT movements\"")).isVisible();
    assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(NARROW);
    shoot(page, "insights-" + test.getTestMethod().orElseThrow().getName());
  }

  private static Locator finding(Page page, String title) {
    return page.locator(".findings li").filter(new Locator.FilterOptions().setHasText(title));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is seen of a trace is in the address: for others, after a reload, and on the way back. */
class TraceAddressPageTest extends PageOfConsole {

  private static final Pattern ALL =
      Pattern.compile("span=[0-9a-f]{16}&find=update\\+stock&zoom=\\d+-\\d+$");

  @Test
  void copiedLinkShowsWhatOneSees() throws Exception {
    sendTraffic();
    Page page = open(WIDTH, HEIGHT, "#/trace/" + orderTrace());
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    lookCloser(page);
    button(page, "Copy link").click();
    assertThat(page.getByText("The link is in the clipboard")).isVisible();
    String link = (String) page.evaluate("() => navigator.clipboard.readText()");

    showsTheSameAs(page, open(WIDTH, HEIGHT, link.substring(link.indexOf('#'))));
  }

  @Test
  void reloadAndBackKeepWhatOneSees() throws Exception {
    sendTraffic();
    Page page = open(WIDTH, HEIGHT, "#/trace/" + orderTrace());
    lookCloser(page);
    String axis = axis(page).textContent();

    page.reload();
    assertThat(axis(page)).hasText(axis);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Map")).click();
    assertThat(page.locator(".map")).isVisible();
    page.goBack();
    assertThat(axis(page)).hasText(axis);
    assertThat(page).hasURL(ALL);

    page.locator(".minimap").dblclick();
    page.getByLabel("Find spans").fill("");
    page.keyboard().press("Escape");
    button(page, "Flame graph").click();
    assertThat(page).hasURL(Pattern.compile("/trace/[0-9a-f]{32}\\?view=flame$"));
    page.reload();
    assertThat(button(page, "Flame graph")).hasAttribute("aria-pressed", "true");
  }

  @Test
  void whatIsMalformedIsAsIfItWereNotThere() throws Exception {
    sendTraffic();
    for (String asked :
        List.of(
            "view=constructor&span=1&zoom=1-0",
            "view=&span=&find=&zoom=0-999999999999999999",
            "zoom=-5-7&other=%00",
            "zoom=a&span=%3Cimg%3E")) {
      Page page = open(WIDTH, HEIGHT, "#/trace/" + orderTrace() + "?" + asked);

      assertThat(button(page, "Waterfall")).hasAttribute("aria-pressed", "true");
      assertThat(page.locator(".row:visible").first()).isVisible();
      assertThat(axis(page).locator("span").first()).hasText("0");
      assertThat(page.locator(".row.dim, .drawer")).hasCount(0);
      page.close();
    }
  }

  /** Finds spans, chooses one, and zooms to the middle. */
  private static void lookCloser(Page page) {
    page.getByLabel("Find spans").fill("update stock");
    page.getByLabel("Find spans").press("Enter");
    assertThat(page.locator(".drawer h2")).hasText("UPDATE stock");
    BoundingBox map = page.locator(".minimap").boundingBox();
    page.mouse().move(map.x + map.width * 0.4, map.y + 9);
    page.mouse().down();
    page.mouse().move(map.x + map.width * 0.7, map.y + 9);
    page.mouse().up();
    assertThat(page).hasURL(ALL);
  }

  private static void showsTheSameAs(Page one, Page other) {
    assertThat(axis(other)).hasText(axis(one).textContent());
    assertThat(other.getByLabel("Find spans")).hasValue("update stock");
    assertThat(other.locator(".row:visible")).hasCount(one.locator(".row:visible").count());
    assertThat(other.locator(".drawer")).hasText(one.locator(".drawer").textContent());
    assertThat(other.locator(".row.chosen:visible")).hasCount(1);
  }

  private static Locator axis(Page page) {
    return page.locator(".axis .times");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }
}

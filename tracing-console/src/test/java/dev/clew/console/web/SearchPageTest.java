// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import dev.clew.console.Requests;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** How the page helps to ask, and what it makes of what was found. */
class SearchPageTest extends PageOfConsole {

  private static final String ALL = "#/search?last=";

  @Test
  void offersWhatTheDataHas() throws Exception {
    sendTraffic();
    Page page = open(WIDTH, HEIGHT, ALL);

    page.getByLabel("Query").fill("error http.");
    assertThat(offer(page, "error http.route=")).hasCount(1);
    page.getByLabel("Query").fill("http.route=");
    assertThat(offer(page, "http.route=/orders")).hasCount(1);
    page.getByLabel("Query").fill("service:sh");
    assertThat(offer(page, "service:shipping")).hasCount(1);
  }

  @Test
  void sortsByWhatIsClicked(TestInfo test) throws Exception {
    sendTraffic();
    Page page = open(WIDTH, HEIGHT, ALL);
    assertThat(rows(page)).hasCount(TRAFFIC);

    button(page, "Took").click();
    assertThat(rows(page).first()).containsText("301 ms");
    assertThat(page).hasURL(Pattern.compile("sort=longest"));
    page.reload();
    assertThat(rows(page).first()).containsText("301 ms");
    shoot(page, test);
  }

  @Test
  void asksForWhatIsDraggedOverInTheHistogram() throws Exception {
    sendTraffic();
    Page page = open(WIDTH, HEIGHT, ALL);
    assertThat(rows(page)).hasCount(TRAFFIC);
    assertThat(page.locator(".bars .bar")).hasCount(18);

    BoundingBox bars = page.locator(".bars").boundingBox();
    double x = bars.x + 20;
    drag(page, x, bars.y + 10, x, bars.y + 45);

    assertThat(page.getByLabel("Query")).hasValue(Pattern.compile("duration>.*duration<"));
    assertThat(rows(page)).not().hasCount(TRAFFIC);
    assertThat(rows(page).first()).containsText("ms");
  }

  @Test
  void canShareWhatIsDraggedOverAmongTheDots() throws Exception {
    console.send(Requests.of("shop", List.of(Requests.span(1, 1).build())));
    console.send(Requests.of("shop", List.of(Requests.span(2, 9).build())));
    awaitTraceOf(1);
    Page page = open(WIDTH, HEIGHT, ALL);
    assertThat(rows(page)).hasCount(2);

    BoundingBox dots = page.locator(".dots .u-over").boundingBox();
    double middle = dots.x + dots.width / 2;
    drag(page, dots.x + 1, dots.y + 2, middle, dots.y + dots.height - 2);

    assertThat(rows(page)).hasCount(1);
    assertThat(page).hasURL(Pattern.compile("from=\\d+&to=\\d+"));
    page.reload();
    assertThat(rows(page)).hasCount(1);
    button(page, "All of it").click();
    assertThat(page).not().hasURL(Pattern.compile("from="));
  }

  @Test
  void searchCanBeGivenUp() throws Exception {
    sendTraffic();
    Page page = open(WIDTH, HEIGHT, ALL);
    assertThat(rows(page)).hasCount(TRAFFIC);
    // Asked, and never answered.
    page.route("**/api/v1/traces?*", route -> {});

    page.locator("form").getByText("Errors").click();
    assertThat(page.getByText("Searching")).isVisible();
    button(page, "Cancel").click();

    assertThat(page.getByText("Searching")).hasCount(0);
    assertThat(rows(page)).hasCount(TRAFFIC);
  }

  @Test
  void copiesHowToBegin() {
    Page page = open(WIDTH, HEIGHT, "");
    BrowserContext context = page.context();
    context.grantPermissions(List.of("clipboard-read", "clipboard-write"));

    Locator copy = button(page, "Copy: Variables for the server");
    copy.click();

    assertThat(copy).hasText("Copied");
    assertThat(page.locator(".empty")).containsText("tracing-jakartaee");
  }

  @Test
  void fitsANarrowDarkScreen(TestInfo test) throws Exception {
    sendTraffic();
    Page page = open(NARROW, 800, ColorScheme.DARK, ALL);

    assertThat(rows(page)).hasCount(TRAFFIC);
    org.assertj.core.api.Assertions.assertThat(
            page.evaluate("() => document.documentElement.scrollWidth"))
        .isEqualTo(NARROW);
    shoot(page, "search-" + test.getTestMethod().orElseThrow().getName());
  }

  private static void drag(Page page, double x, double y, double toX, double toY) {
    page.mouse().move(x, y);
    page.mouse().down();
    page.mouse().move((x + toX) / 2, (y + toY) / 2);
    page.mouse().move(toX, toY);
    page.mouse().up();
  }

  private static Locator offer(Page page, String text) {
    return page.locator("#offers option[value='" + text + "']");
  }

  private static Locator rows(Page page) {
    return page.locator(".traces tbody tr");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}

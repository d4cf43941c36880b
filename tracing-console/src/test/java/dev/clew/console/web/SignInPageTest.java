// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.clew.console.StartedConsole;
import dev.clew.console.config.ConsoleOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The page where readers must have a token. */
class SignInPageTest extends PageOfConsole {

  @Override
  @BeforeEach
  void start() throws Exception {
    console = StartedConsole.in(directory, ConsoleOptions.READ_TOKEN, "s3cret");
    browser.complaints.clear();
  }

  @Test
  void asksForTheTokenAndThenShowsThePage(TestInfo test) {
    Page page = open(NARROW, 600, "");
    shoot(page, test);
    signIn(page, "guessed");
    assertThat(page.getByRole(AriaRole.ALERT)).hasText("That is not the token.");
    signIn(page, "s3cret");

    assertThat(page.getByRole(AriaRole.HEADING).first()).containsText("No trace has come yet");
    assertThat(page.context().cookies())
        .singleElement()
        .satisfies(
            cookie -> {
              assertThat(cookie.httpOnly).isTrue();
              assertThat(cookie.value).doesNotContain("s3cret");
            });
    // Two answers of 401, which the browser tells of.
    assertThat(browser.complaints).allMatch(complaint -> complaint.contains("401"));
    browser.complaints.clear();
  }

  private static void signIn(Page page, String token) {
    page.getByLabel("The readers' token").fill(token);
    page.getByRole(AriaRole.BUTTON).click();
  }
}

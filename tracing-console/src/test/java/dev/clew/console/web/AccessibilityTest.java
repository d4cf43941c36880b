// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each view by the rules of axe-core for WCAG 2.1, levels A and AA, in both themes. */
class AccessibilityTest extends PageOfConsole {

  private static final String VIOLATIONS =
      """
      async () => {
        const rules = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] };
        const { violations } = await axe.run(document, { runOnly: rules });
        return violations.map(each => each.id + ': ' + each.help + '\\n'
            + each.nodes.map(node => '  ' + node.html + ' ' + node.failureSummary).join('\\n')).join('\\n');
      }
      """;

  @ParameterizedTest
  @CsvSource({
    "#/search?last=,           .traces tbody tr",
    "#/insights?last=,         .findings li",
    "#/compare?a=error&last=,  .compare table",
    "#/health?last=,           .tiles",
    "#/map,                    .map header",
    "#/trace/TRACE,            .row",
  })
  void viewHasNothingThatShutsPeopleOut(String hash, String shown) throws Exception {
    sendTraffic();
    String trace = orderTrace();
    for (ColorScheme colours : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      Page page = open(WIDTH, HEIGHT, colours, hash.replace("TRACE", trace));
      assertThat(page.locator(shown).first()).isVisible();

      page.evaluate(axe());

      assertThat((String) page.evaluate(VIOLATIONS)).as(hash + " " + colours).isEmpty();
    }
  }

  private static String axe() throws IOException {
    try (InputStream script = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), UTF_8);
    }
  }
}

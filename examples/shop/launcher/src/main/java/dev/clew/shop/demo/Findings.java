// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the collector found.
 *
 * @param traces in how many traces it has looked
 * @param all the most important first
 */
record Findings(int traces, List<Finding> all) {

  /** Something that is found in some traces. */
  record Finding(String kind, String severity, String title, int traces) {}

  static Findings of(JsonNode answer) {
    List<Finding> all = new ArrayList<>();
    for (JsonNode each : answer.get("insights")) {
      all.add(
          new Finding(
              each.get("kind").textValue(),
              each.get("severity").textValue(),
              each.get("title").textValue(),
              each.get("traces").intValue()));
    }
    return new Findings(answer.get("traces").intValue(), all);
  }

  /** The first so many, a line each. */
  Stream<String> lines(int most, Style style, int columns) {
    return Stream.concat(
        Stream.of("", "  " + style.bold("Found in " + traces + " traces"), ""),
        all.stream().limit(most).map(finding -> line(finding, style, columns)));
  }

  private static String line(Finding finding, Style style, int columns) {
    String line =
        "  %-6s  %4d x  %s"
            .formatted(finding.severity(), finding.traces(), Style.plain(finding.title()));
    String cut = style.cut(line, columns);
    return finding.severity().equals("high") ? style.failed(cut) : cut;
  }
}

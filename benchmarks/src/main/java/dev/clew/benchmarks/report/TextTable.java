// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of cells, as text for a terminal or as Markdown. */
final class TextTable {

  private final List<List<String>> rows = new ArrayList<>();

  TextTable(List<String> headings) {
    rows.add(headings);
  }

  TextTable row(List<String> cells) {
    rows.add(cells);
    return this;
  }

  /** Each column as wide as its widest cell. */
  String plain() {
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        String cell = row == rows.get(0) ? row.get(i).toUpperCase(Locale.ROOT) : row.get(i);
        line.append(cell).append(" ".repeat(width(i) - cell.length() + 2));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  String markdown() {
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      out.append("| ").append(String.join(" | ", row)).append(" |\n");
      if (row == rows.get(0)) {
        out.append("|---".repeat(row.size())).append("|\n");
      }
    }
    return out.toString();
  }
}

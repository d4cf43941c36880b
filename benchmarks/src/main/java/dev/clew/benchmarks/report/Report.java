// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.report;

/** The results as text, for a terminal. */
public final class Report {

  private Report() {}

  /** What every tracer adds, and what that says of Clew's targets. */
  public static String of(Results results) {
    TextTable overheads = new TextTable(Overheads.HEADINGS);
    Overheads.rows(results).forEach(overheads::row);
    return overheads.plain() + '\n' + assessments(results).plain();
  }

  static TextTable assessments(Results results) {
    TextTable table = new TextTable(Assessment.HEADINGS);
    Assessment.all(results).forEach(assessment -> table.row(assessment.cells()));
    return table;
  }
}

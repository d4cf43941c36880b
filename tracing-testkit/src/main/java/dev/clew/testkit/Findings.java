// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one thing. Not thread-safe. */
final class Findings {

  private final String subject;
  private final List<String> problems = new ArrayList<>();

  Findings(String subject) {
    this.subject = subject;
  }

  void require(boolean holds, String problem) {
    if (!holds) {
      problems.add(subject + " " + problem);
    }
  }

  List<String> problems() {
    return problems;
  }
}

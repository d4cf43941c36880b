// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.assertions;

import dev.clew.testkit.assertions.Siblings.Branch;
import java.util.ArrayList;
import java.util.List;

/** Reads trees. Not thread-safe. */
final class TreeParser {

  private final Notation in;
  private final SpanParser spans;

  private TreeParser(String text) {
    this.in = new Notation(text);
    this.spans = new SpanParser(in);
  }

  /**
   * Reads what is at the top of a trace, and all below.
   *
   * @throws TreeSyntaxException if that is no tree
   */
  static Siblings parse(String text) {
    return new TreeParser(text).parse();
  }

  private Siblings parse() {
    Siblings tops = siblings();
    in.skipSpace();
    if (!in.ended()) {
      throw in.wrong("nothing can follow here, but '" + in.peek() + "' does");
    }
    return tops;
  }

  private Siblings siblings() {
    in.skipSpace();
    if (in.accept("[")) {
      return Siblings.inOrder(listUntil("]"));
    }
    if (in.accept("{")) {
      return Siblings.inAnyOrder(listUntil("}"));
    }
    return Siblings.inOrder(List.of(branch()));
  }

  private List<Branch> listUntil(String close) {
    int open = in.position() - 1;
    List<Branch> members = new ArrayList<>();
    do {
      members.add(branch());
      in.skipSpace();
    } while (in.accept(","));
    if (!in.accept(close)) {
      throw in.ended()
          ? in.wrong("no '" + close + "' closes this", open)
          : in.wrong("a ',' or a '" + close + "' is missing");
    }
    return members;
  }

  private Branch branch() {
    in.skipSpace();
    if (in.accept("...")) {
      return Branch.REST;
    }
    SpanPattern span = spans.parse();
    in.skipSpace();
    return new Branch(span, in.accept(">") ? siblings() : Siblings.NONE);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit.assertions;

import java.util.List;

/**
 * Spans next to each other, as a tree has them.
 *
 * @param open whether others may be there, where there is no order
 */
record Siblings(List<Branch> members, boolean anyOrder, boolean open) {

  /** Of a span that has no children. */
  static final Siblings NONE = new Siblings(List.of(), false, false);

  static Siblings inOrder(List<Branch> members) {
    return new Siblings(members, false, false);
  }

  static Siblings inAnyOrder(List<Branch> members) {
    List<Branch> named = members.stream().filter(each -> each != Branch.REST).toList();
    return new Siblings(named, true, named.size() < members.size());
  }

  /** A span with what is below it, or any number of spans. */
  record Branch(SpanPattern span, Siblings below) {

    /** Any spans, or none, with whatever is below them. */
    static final Branch REST = new Branch(null, null);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.dynamodb;

import dev.clew.aws.dynamodb.PartPage;
import dev.clew.aws.dynamodb.PartQuery;
import dev.clew.aws.dynamodb.SpanTables;
import dev.clew.aws.dynamodb.TracePart;

/**
 * The parts of traces in one service, the latest first, read as they are needed. For one thread.
 */
final class LatestParts implements Comparable<LatestParts> {

  private final SpanTables tables;
  private final PartQuery query;
  private final Looks looks;
  private PartPage page;
  private int position;

  private LatestParts(SpanTables tables, PartQuery query, Looks looks) {
    this.tables = tables;
    this.query = query;
    this.looks = looks;
  }

  static LatestParts of(SpanTables tables, PartQuery query, Looks looks) {
    LatestParts parts = new LatestParts(tables, query, looks);
    parts.read(tables.latest(query));
    return parts;
  }

  private void read(PartPage next) {
    page = next;
    position = 0;
    looks.parts(next.looked());
    while (head() == null && !page.isLast() && looks.areLeftForParts()) {
      page = tables.latest(query, page);
      looks.parts(page.looked());
    }
  }

  /** The latest that is left; {@code null} where none is, or enough was looked at. */
  TracePart head() {
    return position < page.parts().size() ? page.parts().get(position) : null;
  }

  /** Goes on to the next. */
  void advance() {
    position++;
    if (head() == null && !page.isLast() && looks.areLeftForParts()) {
      read(tables.latest(query, page));
    }
  }

  @Override
  public int compareTo(LatestParts other) {
    return Long.compare(other.head().first().start(), head().first().start());
  }
}

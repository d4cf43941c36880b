// SPDX-License-Identifier: Apache-2.0
package dev.clew.jdbc;

import dev.clew.instrument.db.Database;
import dev.clew.instrument.db.DbSpan;

/**
 * The span of a transaction. It is a child of what was current when the transaction began, and
 * parent of nothing: statements belong to the code that executes them. The first end counts.
 * Thread-safe; nothing here throws.
 */
final class Transaction {

  private static final String NAME = "transaction";

  private final DbSpan span;

  private Transaction(DbSpan span) {
    this.span = span;
  }

  /** One that begins now. */
  static Transaction start(ApplicationTracing application) {
    return new Transaction(application.tracer().startAround(NAME));
  }

  /** Says where. */
  Transaction in(Database database) {
    span.describe(NAME, database);
    return this;
  }

  void end(Outcome outcome) {
    span.outcome(outcome.text());
    span.end();
  }

  /**
   * What should have ended it has failed.
   *
   * @param code what the database calls it; {@code null} where not known
   */
  void failed(Throwable failure, String code, Outcome outcome) {
    span.error(failure, code);
    end(outcome);
  }
}

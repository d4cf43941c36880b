// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import java.util.Set;

/** The words of SQL that a summary needs to know. */
final class SqlWords {

  /** Stand between an operation and its target. */
  static final Set<String> FILLERS =
      Set.of(
          "INTO",
          "FROM",
          "ONLY",
          "TABLE",
          "IF",
          "NOT",
          "EXISTS",
          "LATERAL",
          "LOW_PRIORITY",
          "HIGH_PRIORITY",
          "DELAYED",
          "IGNORE",
          "QUICK",
          "OVERWRITE",
          "CONCURRENTLY");

  /** End a list of targets. */
  static final Set<String> ENDS =
      Set.of(
          "WHERE",
          "GROUP",
          "HAVING",
          "ORDER",
          "LIMIT",
          "OFFSET",
          "FETCH",
          "FOR",
          "UNION",
          "EXCEPT",
          "INTERSECT",
          "MINUS",
          "SET",
          "VALUES",
          "WINDOW",
          "CONNECT",
          "START",
          "RETURNING",
          "WITH");

  /** Before INSERT, UPDATE and DELETE, these say that it is a clause and no operation. */
  static final Set<String> BEFORE_CLAUSES =
      Set.of("FOR", "DO", "KEY", "ON", "THEN", "OF", "AFTER", "BEFORE", "OR");

  /** What CREATE, ALTER and DROP are about. */
  static final Set<String> OBJECTS =
      Set.of(
          "TABLE",
          "INDEX",
          "VIEW",
          "SEQUENCE",
          "PROCEDURE",
          "FUNCTION",
          "TRIGGER",
          "SCHEMA",
          "DATABASE",
          "USER",
          "ROLE",
          "LOGIN",
          "TYPE",
          "DOMAIN",
          "PACKAGE",
          "SYNONYM",
          "EXTENSION");

  /** Operations of which nothing but the name is said. */
  static final Set<String> SIMPLE =
      Set.of(
          "SET",
          "SHOW",
          "GRANT",
          "REVOKE",
          "COMMENT",
          "COMMIT",
          "ROLLBACK",
          "SAVEPOINT",
          "RELEASE",
          "LOCK",
          "UNLOCK",
          "USE",
          "ANALYZE",
          "VACUUM",
          "LISTEN",
          "NOTIFY",
          "COPY",
          "REFRESH",
          "REINDEX",
          "CHECKPOINT",
          "VALUES",
          "START",
          "DO",
          "KILL");

  /** Operations around others. */
  static final Set<String> AROUND = Set.of("BEGIN", "DECLARE", "EXPLAIN");

  private SqlWords() {}
}

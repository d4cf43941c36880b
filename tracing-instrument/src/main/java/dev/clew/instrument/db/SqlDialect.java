// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import java.util.EnumSet;
import java.util.Set;

/** What a database takes for a literal, a name and a comment. */
public enum SqlDialect {
  /** PostgreSQL and what speaks its language. */
  POSTGRESQL(
      Trait.NESTED_COMMENTS, Trait.DOLLAR_QUOTES, Trait.ESCAPE_STRINGS, Trait.DOLLAR_IN_NAMES),
  /** MySQL and MariaDB, in their default SQL mode. */
  MYSQL(
      Trait.BACKSLASHES,
      Trait.DOUBLE_QUOTED_STRINGS,
      Trait.BACKTICKS,
      Trait.HASH_COMMENTS,
      Trait.EXECUTED_COMMENTS,
      Trait.DASHES_NEED_SPACE,
      Trait.DOLLAR_IN_NAMES),
  /** Oracle. */
  ORACLE(Trait.Q_QUOTES, Trait.DOLLAR_IN_NAMES, Trait.HASH_IN_NAMES),
  /** Microsoft SQL Server. */
  SQL_SERVER(Trait.NESTED_COMMENTS, Trait.BRACKETS, Trait.DOLLAR_IN_NAMES, Trait.HASH_IN_NAMES),
  /** IBM Db2. */
  DB2(Trait.NESTED_COMMENTS, Trait.DOLLAR_IN_NAMES, Trait.HASH_IN_NAMES),
  /** H2. */
  H2(Trait.NESTED_COMMENTS, Trait.DOLLAR_QUOTES, Trait.SLASH_COMMENTS, Trait.BACKTICKS),
  /** Apache Derby. */
  DERBY(Trait.NESTED_COMMENTS),
  /**
   * Any other: what could be a literal is taken for one, and where nobody can tell where a literal
   * ends, the rest of the text is left out.
   */
  OTHER(
      Trait.DOUBLE_QUOTED_STRINGS,
      Trait.BACKTICKS,
      Trait.DOLLAR_QUOTES,
      Trait.DOLLAR_IN_NAMES,
      Trait.WARY);

  /** In what dialects differ. */
  enum Trait {
    /** A backslash in a string takes the next character along. */
    BACKSLASHES,
    /** {@code "text"} is a literal, not a name. */
    DOUBLE_QUOTED_STRINGS,
    /** {@code `name`}. */
    BACKTICKS,
    /** {@code [name]}. */
    BRACKETS,
    /** {@code # comment}. */
    HASH_COMMENTS,
    /** {@code // comment}. */
    SLASH_COMMENTS,
    /** <code>/&#42;! code &#42;/</code>. */
    EXECUTED_COMMENTS,
    /** {@code --} starts a comment only before a space. */
    DASHES_NEED_SPACE,
    /** Block comments hold block comments. */
    NESTED_COMMENTS,
    /** {@code $tag$text$tag$}. */
    DOLLAR_QUOTES,
    /** {@code E'it\'s'}. */
    ESCAPE_STRINGS,
    /** {@code q'[it's]'}. */
    Q_QUOTES,
    /** {@code v$session}. */
    DOLLAR_IN_NAMES,
    /** {@code emp#}. */
    HASH_IN_NAMES,
    /** Nobody knows. */
    WARY
  }

  private final Set<Trait> traits;

  SqlDialect(Trait... traits) {
    this.traits = traits.length == 0 ? EnumSet.noneOf(Trait.class) : EnumSet.of(traits[0], traits);
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }
}

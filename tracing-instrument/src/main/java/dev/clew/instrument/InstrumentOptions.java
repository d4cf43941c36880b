// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument;

import dev.clew.api.config.Option;
import dev.clew.instrument.logs.LogsOptions;
import dev.clew.instrument.runtime.RuntimeOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What can be configured of what spans say. */
public final class InstrumentOptions {

  /** Where the address of the client, the host and the scheme of a request are taken from. */
  public enum ForwardedHeaders {
    /** From the connection and the {@code Host} header. */
    NONE,
    /** From {@code Forwarded} (RFC 7239) first. */
    FORWARDED,
    /** From {@code X-Forwarded-For}, {@code -Host}, {@code -Port} and {@code -Proto} first. */
    X_FORWARDED,
    /** From {@code Forwarded}, else from {@code X-Forwarded-*}. */
    ANY
  }

  /** What is recorded of a statement's text. */
  public enum QueryText {
    /** Prepared statements with parameters as they are, all others without their literals. */
    AUTO,
    /** Every statement without its literals. */
    SANITIZED,
    /** Nothing; only the summary. */
    NONE
  }

  /** Which statements carry the trace in a comment. */
  public enum SqlComments {
    /** None. */
    FALSE,
    /** Those that are not prepared: each carries its own span. */
    STATEMENTS,
    /** Prepared ones too: each carries the span that was current when it was prepared. */
    ALL
  }

  /** HTTP methods that are recorded by name; any other is recorded as _OTHER. */
  public static final Option<List<String>> HTTP_KNOWN_METHODS =
      Option.list(
          "otel.instrumentation.http.known-methods",
          "CONNECT,DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT,QUERY,TRACE");

  /** Request headers that server spans record. */
  public static final Option<List<String>> HTTP_SERVER_REQUEST_HEADERS =
      Option.list("otel.instrumentation.http.server.capture-request-headers", "");

  /** Response headers that server spans record. */
  public static final Option<List<String>> HTTP_SERVER_RESPONSE_HEADERS =
      Option.list("otel.instrumentation.http.server.capture-response-headers", "");

  /** Request headers that client spans record. */
  public static final Option<List<String>> HTTP_CLIENT_REQUEST_HEADERS =
      Option.list("otel.instrumentation.http.client.capture-request-headers", "");

  /** Response headers that client spans record. */
  public static final Option<List<String>> HTTP_CLIENT_RESPONSE_HEADERS =
      Option.list("otel.instrumentation.http.client.capture-response-headers", "");

  /** Query parameters whose values are recorded; those of all others read REDACTED. */
  public static final Option<List<String>> HTTP_QUERY_ALLOWED =
      Option.list("clew.http.query.allowed", "");

  /**
   * Which headers of a proxy are believed for the client's address, the host and the scheme; only
   * for servers that cannot be reached but through that proxy.
   */
  public static final Option<ForwardedHeaders> HTTP_SERVER_FORWARDED =
      Option.choice("clew.http.server.forwarded", ForwardedHeaders.NONE);

  /** Requests whose path matches as a whole get no server span (as in MicroProfile OpenTracing). */
  public static final Option<Predicate<String>> HTTP_SERVER_SKIP_PATTERN =
      paths("mp.opentracing.server.skip-pattern");

  /**
   * Requests whose path (with or without the context path) matches as a whole get no server span;
   * calls they make are still traced.
   */
  public static final Option<Predicate<String>> HTTP_SERVER_SKIP = paths("clew.http.server.skip");

  /** Whether /health, /metrics, /openapi and what is below them get no server span. */
  public static final Option<Boolean> HTTP_SERVER_SKIP_PROBES =
      Option.flag("clew.http.server.skip-probes", true);

  /**
   * What db.query.text holds: prepared statements with parameters as they are and all others
   * without literals and comments (auto), every statement without them (sanitized), or nothing
   * (none). It never holds parameters' values.
   */
  public static final Option<QueryText> DB_QUERY_TEXT =
      Option.choice("clew.db.query.text", QueryText.AUTO);

  /**
   * Whether messages of SQLExceptions, and of exceptions that they caused, are recorded; databases
   * quote values in them. SQLState and code always are.
   */
  public static final Option<Boolean> DB_ERROR_MESSAGES =
      Option.flag("clew.db.error.messages", false);

  /**
   * How often statements of one summary may be executed below one span before that span says so
   * (clew.db.nplusone.detected, .query, .count); 0 for any number.
   */
  public static final Option<Integer> DB_N_PLUS_ONE =
      Option.integer("clew.jdbc.nplusone.threshold", 10, 0, 10_000);

  /**
   * Columns, and parameters of procedures, whose values are recorded where a prepared statement
   * sets them ({@code db.query.parameter.<name>}); only where it is beyond doubt which parameter is
   * which, as in 'id = ?', and never of batches.
   */
  public static final Option<List<String>> DB_QUERY_PARAMETERS =
      Option.list("clew.db.query.parameters", "");

  /**
   * Which statements carry a comment with the traceparent of their span, as sqlcommenter has it:
   * none (false), those that are not prepared (statements), or all, although caches of prepared
   * statements then find nothing (all).
   */
  public static final Option<SqlComments> DB_SQL_COMMENTS =
      Option.choice("clew.jdbc.sqlcommenter", SqlComments.FALSE);

  private InstrumentOptions() {}

  /** All of this room, those of its packages too, in the order in which they are documented. */
  public static List<Option<?>> all() {
    List<Option<?>> spans =
        List.of(
            HTTP_KNOWN_METHODS,
            HTTP_SERVER_REQUEST_HEADERS,
            HTTP_SERVER_RESPONSE_HEADERS,
            HTTP_CLIENT_REQUEST_HEADERS,
            HTTP_CLIENT_RESPONSE_HEADERS,
            HTTP_QUERY_ALLOWED,
            HTTP_SERVER_FORWARDED,
            HTTP_SERVER_SKIP_PATTERN,
            HTTP_SERVER_SKIP,
            HTTP_SERVER_SKIP_PROBES,
            DB_QUERY_TEXT,
            DB_ERROR_MESSAGES,
            DB_N_PLUS_ONE,
            DB_QUERY_PARAMETERS,
            DB_SQL_COMMENTS);
    List<Option<?>> all = new ArrayList<>(RuntimeOptions.all());
    all.addAll(spans);
    all.addAll(LogsOptions.all());
    return List.copyOf(all);
  }

  private static Option<Predicate<String>> paths(String key) {
    return Option.of(
        key,
        "",
        "a regular expression (java.util.regex.Pattern), or nothing",
        text -> text.isEmpty() ? path -> false : Pattern.compile(text).asMatchPredicate());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import dev.clew.api.config.Settings;
import dev.clew.instrument.Guard;
import dev.clew.instrument.Handover;
import dev.clew.instrument.InstrumentOptions;
import dev.clew.instrument.InstrumentOptions.QueryText;
import dev.clew.instrument.InstrumentOptions.SqlComments;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/**
 * Starts spans for what is executed in a database, by semantic conventions 1.44, "Database client
 * spans". Made once for an application. Thread-safe; nothing here throws.
 */
public final class DbTracer {

  private static final String SCOPE = "dev.clew.db";
  private static final String SCHEMA_URL = "https://opentelemetry.io/schemas/1.44.0";

  private final Tracer tracer;
  private final NPlusOne nPlusOne;
  private final QueryParameters parameters;
  private final SqlComments comments;
  private final SqlCache[] caches;

  /**
   * A tracer for an application.
   *
   * @param settings read now; what cannot be used is reported there
   */
  public DbTracer(OpenTelemetry openTelemetry, Settings settings) {
    this.tracer =
        Guard.call(
            "get a tracer", () -> tracer(openTelemetry), OpenTelemetry.noop().getTracer(SCOPE));
    this.nPlusOne = new NPlusOne(settings.get(InstrumentOptions.DB_N_PLUS_ONE));
    this.parameters = new QueryParameters(settings.get(InstrumentOptions.DB_QUERY_PARAMETERS));
    this.comments = settings.get(InstrumentOptions.DB_SQL_COMMENTS);
    QueryText text = settings.get(InstrumentOptions.DB_QUERY_TEXT);
    SqlDialect[] dialects = SqlDialect.values();
    this.caches = new SqlCache[dialects.length];
    for (SqlDialect dialect : dialects) {
      caches[dialect.ordinal()] = new SqlCache(dialect, text);
    }
  }

  private static Tracer tracer(OpenTelemetry openTelemetry) {
    String version = DbTracer.class.getPackage().getImplementationVersion();
    var builder = openTelemetry.tracerBuilder(SCOPE).setSchemaUrl(SCHEMA_URL);
    return (version == null ? builder : builder.setInstrumentationVersion(version)).build();
  }

  /**
   * Starts the span of one execution, as a child of what is current on this thread.
   *
   * @param sql what is executed; {@code null} where not known
   * @param prepared whether values are handed over apart from the text
   * @param batchSize how many operations are executed at once; 1 or less where it is no batch
   * @return a span that the caller ends
   */
  public DbSpan start(Database database, String sql, boolean prepared, long batchSize) {
    try {
      KnownStatement statement = caches[database.dialect().ordinal()].get(sql);
      Execution execution = statement.execution(database, prepared, batchSize);
      return started(execution, Context.current());
    } catch (Throwable failure) {
      Guard.failed("start a database span", failure);
      return DbSpan.INERT;
    }
  }

  /**
   * What a prepared statement's values are put into, of which some are recorded.
   *
   * @param sql what is prepared; {@code null} where not known
   * @return {@code null} where no parameter of it may be recorded; for a single statement
   */
  public DbParameters parameters(Database database, String sql) {
    if (parameters.areNone() || sql == null) {
      return null;
    }
    try {
      return new DbParameters(parameters, parameters.columns(sql, database.dialect()));
    } catch (Throwable failure) {
      Guard.failed("see which parameters are recorded", failure);
      return null;
    }
  }

  /** Whether prepared statements carry a comment. */
  public boolean commentsPrepared() {
    return comments == SqlComments.ALL;
  }

  /**
   * A statement as it is to be prepared, where they carry one: with a comment about the span that
   * is current on this thread, if that is recorded.
   */
  public String commented(Database database, String sql) {
    try {
      Span current = Span.current();
      return current.isRecording()
          ? SqlCommenter.commented(sql, database.dialect(), current.getSpanContext())
          : sql;
    } catch (Throwable failure) {
      Guard.failed("put the trace into a statement", failure);
      return sql;
    }
  }

  /**
   * Starts the span of what goes on around executions, as a child of what is current on this
   * thread. The semantic conventions know no such spans; these are internal.
   *
   * @param activity what it is, for its name; {@link DbSpan#describe} says more
   * @return a span that the caller ends
   */
  public DbSpan startAround(String activity) {
    try {
      Span span = tracer.spanBuilder(activity).startSpan();
      if (span.isRecording()) {
        return new DbSpan(span, null);
      }
      span.end();
    } catch (Throwable failure) {
      Guard.failed("start a span around a database", failure);
    }
    return DbSpan.INERT;
  }

  private DbSpan started(Execution execution, Context parent) {
    SpanBuilder builder = tracer.spanBuilder(execution.spanName());
    builder.setParent(parent).setSpanKind(SpanKind.CLIENT);
    Span calling = Span.fromContext(parent);
    SpanContext caller = calling.getSpanContext();
    boolean undecided = !caller.isValid() || caller.isSampled();
    if (undecided) {
      builder.setAllAttributes(execution.attributes());
    }
    Span span = builder.startSpan();
    if (!span.isRecording()) {
      span.end();
      return DbSpan.INERT;
    }
    if (!undecided) {
      span.setAllAttributes(execution.attributes());
    }
    nPlusOne.count(execution, calling);
    Handover.describe(span, parent);
    return new DbSpan(span, comments == SqlComments.FALSE ? null : execution.database().dialect());
  }
}

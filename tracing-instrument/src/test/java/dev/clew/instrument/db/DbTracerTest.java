// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.clew.api.config.Settings;
import dev.clew.instrument.http.Recorded;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DbTracerTest {

  private static final Database DATABASE =
      new Database(
          "postgresql", SqlDialect.POSTGRESQL, "shop|public", "db1", 5433, "aws", "eu-west-1");

  private final Recorded recorded = new Recorded();

  private DbTracer tracer(Map<String, String> settings) {
    return new DbTracer(recorded.openTelemetry(), Settings.of(settings));
  }

  private Map<String, Object> attributesOf(String sql, boolean prepared, int batchSize) {
    tracer(Map.of()).start(DATABASE, sql, prepared, batchSize).end();
    return attributes(recorded.only());
  }

  private static Map<String, Object> attributes(SpanData span) {
    Map<String, Object> attributes = new HashMap<>();
    span.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value));
    return attributes;
  }

  @Test
  void statementIsDescribed() {
    assertThat(attributesOf("SELECT a FROM orders WHERE id = 4711", false, 1))
        .containsOnly(
            entry("db.system.name", "postgresql"),
            entry("db.namespace", "shop|public"),
            entry("server.address", "db1"),
            entry("server.port", 5433L),
            entry("cloud.provider", "aws"),
            entry("cloud.region", "eu-west-1"),
            entry("db.operation.name", "SELECT"),
            entry("db.collection.name", "orders"),
            entry("db.query.summary", "SELECT orders"),
            entry("db.query.text", "SELECT a FROM orders WHERE id = ?"));
    assertThat(recorded.only().getName()).isEqualTo("SELECT orders");
    assertThat(recorded.only().getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(recorded.only().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void parameterizedStatementIsKeptAsItIs() {
    String sql = "SELECT a FROM orders WHERE id = ? AND kind = 7";

    assertThat(attributesOf(sql, true, 1)).containsEntry("db.query.text", sql);
  }

  @Test
  void preparedStatementWithoutParametersLosesItsLiterals() {
    assertThat(attributesOf("SELECT a FROM orders WHERE id = 7", true, 1))
        .containsEntry("db.query.text", "SELECT a FROM orders WHERE id = ?");
  }

  @Test
  void batchIsNamedSo() {
    assertThat(attributesOf("INSERT INTO orders VALUES (?)", true, 20))
        .containsEntry("db.operation.batch.size", 20L)
        .containsEntry("db.operation.name", "BATCH INSERT")
        .containsEntry("db.query.summary", "BATCH INSERT orders");
    assertThat(recorded.only().getName()).isEqualTo("BATCH INSERT orders");
  }

  @Test
  void batchOfOneIsNone() {
    assertThat(attributesOf("INSERT INTO orders VALUES (?)", true, 1))
        .doesNotContainKey("db.operation.batch.size")
        .containsEntry("db.query.summary", "INSERT orders");
  }

  @Test
  void procedureIsNamed() {
    assertThat(attributesOf("{call shop.total(?)}", true, 1))
        .containsEntry("db.stored_procedure.name", "shop.total")
        .doesNotContainKey("db.collection.name");
  }

  @Test
  void textCanBeLeftOutOrAlwaysSanitized() {
    String sql = "SELECT a FROM orders WHERE id = ? AND kind = 7";
    tracer(Map.of("clew.db.query.text", "none")).start(DATABASE, sql, true, 1).end();
    tracer(Map.of("clew.db.query.text", "sanitized")).start(DATABASE, sql, true, 1).end();

    assertThat(attributes(recorded.spans().get(0)))
        .doesNotContainKey("db.query.text")
        .containsEntry("db.query.summary", "SELECT orders");
    assertThat(attributes(recorded.spans().get(1)))
        .containsEntry("db.query.text", "SELECT a FROM orders WHERE id = ? AND kind = ?");
  }

  @Test
  void unknownTextIsNamedAfterTheSystem() {
    tracer(Map.of()).start(Database.UNKNOWN, null, false, 1).end();

    assertThat(recorded.only().getName()).isEqualTo("other_sql");
    assertThat(attributes(recorded.only())).containsOnlyKeys("db.system.name");
  }

  @Test
  void errorIsDescribedWithoutTheValuesInItsMessage() {
    DbSpan span = tracer(Map.of()).start(DATABASE, "SELECT 1", false, 1);
    span.error(
        new SQLException("bad \"S3cret\" or 'S3cret'\n Detail: Key (a)=(S3cret)", "42P01"),
        "42P01");
    span.end();

    assertThat(recorded.only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(recorded.only().getStatus().getDescription()).isEqualTo("SQLState 42P01");
    assertThat(attributes(recorded.only()))
        .containsEntry("error.type", "java.sql.SQLException")
        .containsEntry("db.response.status_code", "42P01");
    assertThat(recorded.only().toString()).doesNotContain("S3cret");
  }

  @Test
  void whateverElseADriverThrowsIsNotQuoted() {
    DbSpan span = tracer(Map.of()).start(DATABASE, "SELECT 1", false, 1);
    span.error(new IllegalStateException("bad S3cret"), null);
    span.end();

    assertThat(recorded.only().getStatus().getDescription()).isEmpty();
  }

  @Test
  void rowsAndTimesAreRecordedUntilTheFirstEnd() {
    DbSpan span = tracer(Map.of()).start(DATABASE, "SELECT 1", false, 1);
    span.returnedRows(3);
    span.affectedRows(-1);
    span.executed(System.nanoTime() + TimeUnit.HOURS.toNanos(1));
    span.end();
    span.returnedRows(4);
    span.end();

    assertThat(
            recorded.only().getAttributes().get(AttributeKey.longKey("db.response.returned_rows")))
        .isEqualTo(3);
    assertThat(attributes(recorded.only()))
        .hasEntrySatisfying(
            "clew.db.execution_time",
            seconds -> assertThat((double) seconds).isGreaterThanOrEqualTo(3600))
        .doesNotContainKey("clew.db.affected_rows");
  }

  @Test
  void abandonedSpanEndsAsOfItsLastUse() {
    DbSpan span = tracer(Map.of()).start(DATABASE, "SELECT 1", false, 1);
    span.fetchedIn(1_000_000);
    span.endAbandoned(System.nanoTime() + TimeUnit.HOURS.toNanos(1));

    assertThat(attributes(recorded.only()))
        .containsEntry("clew.db.abandoned", true)
        .containsEntry("clew.db.fetch_time", 0.001);
    assertThat(recorded.only().getEndEpochNanos() - recorded.only().getStartEpochNanos())
        .isGreaterThan(TimeUnit.MINUTES.toNanos(59));
  }

  @Test
  void whatIsCurrentIsTheParent() {
    Span parent = recorded.openTelemetry().getTracer("test").spanBuilder("parent").startSpan();
    Context.current()
        .with(parent)
        .wrap(() -> tracer(Map.of()).start(DATABASE, "SELECT 1", false, 1).end())
        .run();

    assertThat(recorded.only().getParentSpanId()).isEqualTo(parent.getSpanContext().getSpanId());
  }

  @Test
  void spanThatIsNotRecordedIsInert() {
    Recorded off = new Recorded(Sampler.alwaysOff());
    DbSpan span =
        new DbTracer(off.openTelemetry(), Settings.of(Map.of()))
            .start(DATABASE, "SELECT 1", false, 1);

    assertThat(span).isSameAs(DbSpan.INERT);
    assertThat(span.isRecording()).isFalse();
  }

  @Test
  void recordedChildOfUnrecordedParentIsDescribed() {
    Recorded always = new Recorded(Sampler.alwaysOn());
    Span parent =
        new Recorded(Sampler.alwaysOff())
            .openTelemetry()
            .getTracer("t")
            .spanBuilder("p")
            .startSpan();
    Context.current()
        .with(parent)
        .wrap(
            () ->
                new DbTracer(always.openTelemetry(), Settings.of(Map.of()))
                    .start(DATABASE, "SELECT 1", false, 1)
                    .end())
        .run();

    assertThat(attributes(always.only())).containsEntry("db.query.text", "SELECT ?");
  }
}

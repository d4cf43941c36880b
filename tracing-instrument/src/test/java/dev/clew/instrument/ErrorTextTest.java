// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Settings;
import dev.clew.instrument.runtime.Lease;
import dev.clew.instrument.runtime.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorTextTest {

  private static final String SECRET = "bob@example.org";

  private final Span span =
      SdkTracerProvider.builder().build().get("test").spanBuilder("s").startSpan();

  @Test
  void aDatabaseIsQuotedByItsCodesOnly() {
    SpanErrors.record(span, duplicate());

    assertThat(description()).isEqualTo("SQLState 23505, code 1062");
    assertThat(exception()).doesNotContain(SECRET).contains("SQLState 23505", "ErrorTextTest.java");
  }

  @Test
  void whatWrapsADatabasesExceptionDoesNotQuoteItEither() {
    Exception failure =
        new IllegalStateException(
            "cannot store " + SECRET, new RuntimeException(SECRET, duplicate()));
    SpanErrors.record(span, failure);

    assertThat(description())
        .isEqualTo("caused by java.sql.SQLException SQLState 23505, code 1062");
    assertThat(exception())
        .doesNotContain(SECRET)
        .contains(
            "Caused by: java.lang.RuntimeException", "Caused by: java.sql.SQLException", "... ");
  }

  @Test
  void whatIsSuppressedTellsNothingEitherAndTheRestIsSaid() {
    Exception failure = new IllegalStateException("sold out");
    failure.addSuppressed(duplicate());
    SpanErrors.record(span, failure);

    assertThat(description()).isEqualTo("sold out");
    assertThat(exception())
        .doesNotContain(SECRET)
        .contains("sold out", "\tSuppressed: java.sql.SQLException");
  }

  @Test
  void anExceptionThatPrintsItselfIsNotAsked() {
    SpanErrors.record(span, new Talkative(duplicate()));

    assertThat(exception()).doesNotContain(SECRET);
  }

  @Test
  void aCircleOfCausesEnds() {
    RuntimeException first = new RuntimeException(SECRET);
    RuntimeException second = new RuntimeException(SECRET, first);
    first.initCause(second);
    first.addSuppressed(duplicate());
    SpanErrors.record(span, first);

    assertThat(exception()).doesNotContain(SECRET).contains("RuntimeException (see above)");
  }

  @Test
  void anExceptionThatThrowsIsStillNamed() {
    SpanErrors.record(span, new Unspeakable());

    assertThat(description()).isEmpty();
    assertThat(exception()).contains(Unspeakable.class.getName());
  }

  @Test
  void addressesLoseTheirQueryAndCredentials() {
    SpanErrors.record(
        span, new IllegalStateException("cannot reach <http://bob:pw@shop/a?token=x> twice"));

    assertThat(description()).isEqualTo("cannot reach <http://REDACTED@shop/a?REDACTED> twice");
    assertThat(exception()).doesNotContain("token=x").doesNotContain("pw");
  }

  @Test
  void everythingElseIsPrintedAsItIs() {
    IllegalStateException failure = new IllegalStateException("see http://shop/a and b?c");
    SpanErrors.record(span, failure);

    assertThat(description()).isEqualTo("see http://shop/a and b?c");
    assertThat(exception()).contains("IllegalStateException: see http://shop/a and b?c");
  }

  @Test
  void messagesOfDatabasesAreRecordedIfAskedFor() {
    Lease lease = install(Map.of("clew.db.error.messages", "true"));
    try {
      SpanErrors.record(span, new IllegalStateException("failed", duplicate()));
    } finally {
      lease.close();
    }

    assertThat(description()).isEqualTo("failed");
    assertThat(exception()).contains(SECRET);
  }

  private static Lease install(Map<String, String> settings) {
    return Tracing.install(
        ErrorTextTest.class.getClassLoader(), OpenTelemetry.noop(), Settings.of(settings));
  }

  private static SQLException duplicate() {
    return new SQLException("Duplicate entry '" + SECRET + "'", "23505", 1062);
  }

  private String description() {
    return data().getStatus().getDescription();
  }

  /** All that is told of it. */
  private String exception() {
    Attributes attributes =
        data().getEvents().stream().map(EventData::getAttributes).findFirst().orElseThrow();
    return attributes.asMap().toString();
  }

  private SpanData data() {
    return ((ReadableSpan) span).toSpanData();
  }

  private static final class Talkative extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Talkative(Throwable cause) {
      super(cause);
    }

    @Override
    public void printStackTrace(PrintWriter writer) {
      writer.println(getCause().getMessage());
    }

    @Override
    public String toString() {
      return getCause().getMessage();
    }
  }

  private static final class Unspeakable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no words");
    }
  }
}

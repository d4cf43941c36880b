// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span.Event;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SpanEventsTest {

  private static final Attributes ONE = Attributes.builder().put("k", "v").build();

  private final TestEngine engine = new TestEngine(Map.of());

  @Test
  void anEventHasItsNameTimeAndAttributes() {
    Span span = engine.span("s");
    engine.clock.advance(10);
    span.addEvent("plain").addEvent("with attributes", ONE);
    span.addEvent("at", 5, TimeUnit.SECONDS).addEvent("at", ONE, 6, TimeUnit.SECONDS);
    span.addEvent("at", Instant.ofEpochSecond(7, 8)).addEvent("at", ONE, Instant.ofEpochSecond(9));
    span.end();

    assertThat(engine.sink.only().getEventsList())
        .containsExactly(
            event("plain", ManualClock.START + 10, false),
            event("with attributes", ManualClock.START + 10, true),
            event("at", 5_000_000_000L, false),
            event("at", 6_000_000_000L, true),
            event("at", 7_000_000_008L, false),
            event("at", 9_000_000_000L, true));
  }

  @Test
  void anEventWithoutNameIsNone() {
    Span span = engine.span("s").addEvent(null).addEvent(" ");
    span.end();

    assertThat(engine.sink.only().getEventsList())
        .extracting(Event::getName)
        .containsExactly("<unspecified event name>");
  }

  @Test
  void anExceptionIsAnEvent() {
    engine.span("s").recordException(new IllegalStateException("broken")).end();

    Event event = engine.sink.only().getEvents(0);
    assertThat(event.getName()).isEqualTo("exception");
    assertThat(event.getTimeUnixNano()).isEqualTo(ManualClock.START);
    assertThat(attributes(event).get("exception.type"))
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(attributes(event).get("exception.message")).isEqualTo("broken");
    assertThat(attributes(event).get("exception.stacktrace"))
        .startsWith("java.lang.IllegalStateException: broken")
        .contains("at dev.clew.engine.SpanEventsTest");
  }

  @Test
  void anExceptionWithoutMessageHasNone() {
    engine.span("s").recordException(new IllegalStateException()).end();

    assertThat(attributes(engine.sink.only().getEvents(0)))
        .containsOnlyKeys("exception.type", "exception.stacktrace");
  }

  @Test
  void whatTheCallerSaysOfAnExceptionWins() {
    Attributes given = Attributes.builder().put("exception.message", "***").put("k", "v").build();
    engine.span("s").recordException(new IllegalStateException("secret"), given).end();

    assertThat(attributes(engine.sink.only().getEvents(0)))
        .containsEntry("exception.message", "***")
        .containsEntry("k", "v");
  }

  @Test
  void anExceptionWhoseMethodsThrowIsStillRecorded() {
    engine.span("s").recordException(new Hostile()).end();

    assertThat(attributes(engine.sink.only().getEvents(0)))
        .containsEntry("exception.type", Hostile.class.getName())
        .containsEntry("exception.stacktrace", "begun");
    assertThat(engine.problems).isEmpty();
  }

  @Test
  void anExceptionThatIsItsOwnCauseIsRecorded() {
    Exception first = new IllegalStateException("first");
    first.initCause(new IllegalStateException("second", first));
    engine.span("s").recordException(first).end();

    assertThat(attributes(engine.sink.only().getEvents(0)).get("exception.stacktrace"))
        .contains("CIRCULAR REFERENCE");
  }

  private static Map<String, String> attributes(Event event) {
    return event.getAttributesList().stream()
        .collect(Collectors.toMap(KeyValue::getKey, kv -> text(kv.getValue())));
  }

  private static String text(AnyValue value) {
    return value.getStringValue();
  }

  private static Event event(String name, long time, boolean attribute) {
    Event.Builder event = Event.newBuilder().setName(name).setTimeUnixNano(time);
    return (attribute ? event.addAttributes(Otlp.attribute("k", "v")) : event).build();
  }

  private static final class Hostile extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new StackOverflowError();
    }

    @Override
    public String toString() {
      throw new IllegalStateException();
    }

    @Override
    public void printStackTrace(PrintWriter writer) {
      writer.print("begun");
      throw new AssertionError();
    }
  }
}

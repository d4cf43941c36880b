// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Settings;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is thrown into propagation, the application does not see it. */
class GuardedPropagatorsTest {

  private static final String CALLER = "00-" + Testing.TRACE_ID + "-" + Testing.SPAN_ID + "-01";

  private final List<String> problems = new ArrayList<>();

  static Stream<Throwable> thrown() {
    return Stream.of(
        new IllegalStateException("for the test"),
        new StackOverflowError("for the test"),
        new NoClassDefFoundError("for the test"),
        new OutOfMemoryError("for the test"),
        new InterruptedException("for the test"),
        new Unspeakable());
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void memberThatThrowsDoesNotKeepTheOthersFromRunning(Throwable thrown) {
    TextMapPropagator propagator = withThrowingMember(thrown);
    Headers headers = Headers.of("traceparent", CALLER, "baggage", "k=v");
    Context extracted = headers.extractedBy(propagator);
    assertThat(Outcome.of(extracted).span()).startsWith(Testing.TRACE_ID);
    assertThat(Outcome.of(extracted).baggage()).containsKey("k");
    assertThat(Headers.injected(propagator, extracted).asMap()).isEqualTo(headers.asMap());
    assertThat(propagator.fields()).containsExactly("traceparent", "tracestate", "baggage");
    assertThat(Thread.interrupted()).isEqualTo(thrown instanceof InterruptedException);
  }

  @Test
  void failuresOfOneMemberAreReportedOnce() {
    TextMapPropagator propagator = withThrowingMember(new IllegalStateException("a\r\nb"));
    for (int i = 0; i < 10; i++) {
      Headers.injected(propagator, Headers.of("traceparent", CALLER).extractedBy(propagator));
    }
    assertThat(problems)
        .containsExactly(
            "CLEW-0152: propagator 'throwing' could not list its fields"
                + " (java.lang.IllegalStateException: a\\u000d\\u000ab); the request goes on without,"
                + " and further failures of it are not reported");
  }

  @Test
  void memberThatReturnsNullLeavesTheContextAlone() {
    Map<String, TextMapPropagator> members = new LinkedHashMap<>();
    members.put("tracecontext", new TraceContextPropagator(Testing.FACTORY));
    members.put("null", new NullPropagator());
    TextMapPropagator propagator = new GuardedPropagators(members, this::report);
    Context extracted = Headers.of("traceparent", CALLER).extractedBy(propagator);
    assertThat(Outcome.of(extracted).span()).startsWith(Testing.TRACE_ID);
    assertThat(problems).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tracecontext", "baggage", "b3", "b3multi", "jaeger"})
  void getterThatThrowsLeavesTheContextAlone(String name) {
    thrown()
        .forEach(
            thrown -> {
              Context before = Context.root().with(Baggage.builder().put("k", "v").build());
              Context after = propagator(name).extract(before, "", throwingGetter(thrown));
              assertThat(after).isSameAs(before);
              assertThat(Thread.interrupted()).isEqualTo(thrown instanceof InterruptedException);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"tracecontext", "baggage", "b3", "b3multi", "jaeger"})
  void setterThatThrowsIsNotSeen(String name) {
    Context context =
        Headers.of("traceparent", CALLER, "baggage", "k=v")
            .extractedBy(propagator("tracecontext,baggage"));
    TextMapPropagator propagator = propagator(name);
    thrown()
        .forEach(
            thrown -> {
              TextMapSetter<String> setter = (carrier, key, value) -> sneakyThrow(thrown);
              propagator.inject(context, "", setter);
              assertThat(Thread.interrupted()).isEqualTo(thrown instanceof InterruptedException);
            });
    assertThat(problems).hasSize(1).allMatch(problem -> problem.startsWith("CLEW-0152"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tracecontext", "baggage", "b3", "b3multi", "jaeger"})
  void missingArgumentsAreNotSeen(String name) {
    TextMapPropagator propagator = propagator(name);
    Context context = Context.root().with(Baggage.builder().put("k", "v").build());
    assertThat(propagator.extract(null, Headers.of(), Headers.GETTER)).isSameAs(Context.root());
    assertThat(propagator.extract(context, Headers.of(), null)).isSameAs(context);
    assertThat(propagator.extract(context, null, Headers.GETTER)).isSameAs(context);
    propagator.inject(null, Headers.of(), Headers.SETTER);
    propagator.inject(context, Headers.of(), null);
    propagator.inject(context, null, Headers.SETTER);
  }

  @Test
  void problemsThatThrowAreNotSeen() {
    Map<String, TextMapPropagator> members = Map.of("throwing", new Throwing(new Error()));
    TextMapPropagator propagator =
        new GuardedPropagators(
            members,
            (id, message) -> {
              throw new Error("for the test");
            });
    assertThat(Headers.of().extractedBy(propagator)).isSameAs(Context.root());
  }

  @Test
  void saysWhatItIs() {
    assertThat(propagator("b3,tracecontext")).hasToString("[b3, tracecontext]");
  }

  private TextMapPropagator withThrowingMember(Throwable thrown) {
    Map<String, TextMapPropagator> members = new LinkedHashMap<>();
    members.put("tracecontext", new TraceContextPropagator(Testing.FACTORY));
    members.put("throwing", new Throwing(thrown));
    members.put("baggage", new BaggagePropagator());
    return new GuardedPropagators(members, this::report);
  }

  private TextMapPropagator propagator(String names) {
    Map<String, String> values = Map.of("otel.propagators", names);
    return Propagators.from(Settings.of(values::get, this::report)).getTextMapPropagator();
  }

  private void report(String id, String message) {
    problems.add(id + ": " + message);
  }

  private static TextMapGetter<String> throwingGetter(Throwable thrown) {
    return new TextMapGetter<>() {
      @Override
      public Iterable<String> keys(String carrier) {
        throw sneakyThrow(thrown);
      }

      @Override
      public String get(String carrier, String key) {
        throw sneakyThrow(thrown);
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneakyThrow(Throwable thrown) throws T {
    throw (T) thrown;
  }

  /** An error that cannot even be printed. */
  private static final class Unspeakable extends Error {
    private static final long serialVersionUID = 1;

    @Override
    public String toString() {
      throw new IllegalStateException("for the test");
    }
  }

  private record Throwing(Throwable thrown) implements TextMapPropagator {
    @Override
    public Collection<String> fields() {
      throw sneakyThrow(thrown);
    }

    @Override
    public <C> void inject(Context context, C carrier, TextMapSetter<C> setter) {
      throw sneakyThrow(thrown);
    }

    @Override
    public <C> Context extract(Context context, C carrier, TextMapGetter<C> getter) {
      throw sneakyThrow(thrown);
    }
  }

  private static final class NullPropagator implements TextMapPropagator {
    @Override
    public Collection<String> fields() {
      return List.of();
    }

    @Override
    public <C> void inject(Context context, C carrier, TextMapSetter<C> setter) {}

    @Override
    public <C> Context extract(Context context, C carrier, TextMapGetter<C> getter) {
      return null;
    }
  }
}

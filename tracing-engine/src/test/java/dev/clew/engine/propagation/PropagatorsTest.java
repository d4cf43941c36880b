// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Settings;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.net.URL;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How {@code otel.propagators} chooses, and what is said of what it cannot. */
class PropagatorsTest {

  private final List<String> problems = new ArrayList<>();
  private final ClassLoader contextClassLoader = Thread.currentThread().getContextClassLoader();

  @AfterEach
  void restoreContextClassLoader() {
    Thread.currentThread().setContextClassLoader(contextClassLoader);
  }

  @Test
  void defaultIsTraceContextAndBaggage() {
    assertThat(propagator("").fields()).containsExactly("traceparent", "tracestate", "baggage");
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "tracecontext, '[traceparent, tracestate]'",
    "baggage, [baggage]",
    "b3, [b3]",
    "b3multi, '[X-B3-TraceId, X-B3-SpanId, X-B3-Sampled, X-B3-Flags]'",
    "jaeger, [uber-trace-id]",
    "none, []",
    "' B3 , Jaeger,b3 ', '[b3, uber-trace-id]'",
  })
  void namesChooseWhatIsInjected(String names, String fields) {
    assertThat(propagator(names).fields()).hasToString(fields);
    assertThat(problems).isEmpty();
  }

  @Test
  void unknownNamesAreReportedAndLeftOut() {
    assertThat(propagator("b3,xrey,ottrace\n").fields()).containsExactly("b3");
    assertThat(problems)
        .containsExactly(
            "CLEW-0150: otel.propagators is set to 'b3,xrey,ottrace', of which 'xrey, ottrace' cannot"
                + " be used; allowed are b3, b3multi, baggage, jaeger, tracecontext, or none alone;"
                + " using 'b3' instead");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xrey", ",", "x\u202ey"})
  void defaultIsUsedWhereNothingIsLeft(String names) {
    assertThat(propagator(names).fields()).contains("traceparent", "baggage");
    assertThat(problems).hasSize(names.equals(",") ? 0 : 1).noneMatch(p -> p.contains("\u202e"));
  }

  @Test
  void noneBesideOthersIsReportedAndLeftOut() {
    assertThat(propagator("none,b3").fields()).containsExactly("b3");
    assertThat(problems).singleElement().asString().startsWith("CLEW-0150").contains("'none'");
  }

  @Test
  void noneWithUnknownNamesIsNone() {
    assertThat(propagator("none,xrey").fields()).isEmpty();
    assertThat(problems).singleElement().asString().endsWith("using 'none' instead");
  }

  @Test
  void lastOneThatIsPresentWins() {
    Headers headers =
        Headers.of("b3", "0".repeat(31) + "1-0000000000000001-1", "uber-trace-id", "2:2:0:1");
    assertThat(Outcome.of(headers.extractedBy(propagator("b3,jaeger"))).span()).contains("02-0");
    assertThat(Outcome.of(headers.extractedBy(propagator("jaeger,b3"))).span()).contains("01-0");
    assertThat(Outcome.of(headers.extractedBy(propagator("jaeger,b3,tracecontext"))).span())
        .contains("01-0");
  }

  @Test
  void allOfThemAreInjected() {
    Context context =
        Headers.of("uber-trace-id", "2:2:0:1")
            .extractedBy(propagator("jaeger"))
            .with(Baggage.builder().put("k", "v").build());
    String all = "tracecontext,baggage,b3,b3multi,jaeger";
    assertThat(Headers.injected(propagator(all), context).asMap())
        .containsOnlyKeys(
            "traceparent",
            "baggage",
            "b3",
            "X-B3-TraceId",
            "X-B3-SpanId",
            "X-B3-Sampled",
            "uber-trace-id",
            "uberctx-k");
  }

  @Test
  void providersOfTheApplicationAddNames() {
    provide(ConstantProvider.class);
    TextMapPropagator propagator = propagator("constant,b3");
    assertThat(propagator.fields()).containsExactly("x-constant", "b3");
    assertThat(Headers.injected(propagator, Context.root()).get("x-constant")).isEqualTo("42");
    assertThat(problems).isEmpty();
  }

  @Test
  void providersThatFailAreReportedAndOthersAreNotHarmed() {
    provide(
        NamelessProvider.class, ThrowingProvider.class, NullProvider.class, ConstantProvider.class);
    assertThat(propagator("throwing,null,constant").fields()).containsExactly("x-constant");
    assertThat(problems).hasSize(4);
    assertThat(problems.subList(0, 3)).allMatch(problem -> problem.startsWith("CLEW-0151"));
    assertThat(problems.get(3)).startsWith("CLEW-0150").contains("'throwing, null'");
  }

  @Test
  void providerThatCannotBeLoadedIsReported() {
    provide("no.such.Provider", ConstantProvider.class.getName());
    assertThat(propagator("constant").fields()).containsExactly("x-constant");
    assertThat(problems).singleElement().asString().startsWith("CLEW-0151");
  }

  @Test
  void classLoaderThatFailsIsReported() {
    Thread.currentThread()
        .setContextClassLoader(
            new ClassLoader(contextClassLoader) {
              @Override
              public Enumeration<URL> getResources(String name) {
                throw new IllegalStateException("undeployed");
              }
            });
    assertThat(propagator("b3").fields()).containsExactly("b3");
    assertThat(problems).singleElement().asString().startsWith("CLEW-0151").contains("undeployed");
  }

  @Test
  void optionsAreDocumented() {
    assertThat(Propagators.options())
        .singleElement()
        .satisfies(
            option -> {
              assertThat(option.key()).isEqualTo("otel.propagators");
              assertThat(option.defaultText()).isEqualTo("tracecontext,baggage");
            });
  }

  private TextMapPropagator propagator(String names) {
    Settings settings =
        Settings.of(
            Map.of("otel.propagators", names)::get,
            (id, message) -> problems.add(id + ": " + message));
    return Propagators.from(settings).getTextMapPropagator();
  }

  private void provide(Class<?>... providers) {
    provide(Stream.of(providers).map(Class::getName).toArray(String[]::new));
  }

  private void provide(String... providers) {
    Thread.currentThread()
        .setContextClassLoader(
            new ServicesLoader(contextClassLoader, PropagatorProvider.class, providers));
  }
}

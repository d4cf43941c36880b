// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Option;
import dev.clew.api.config.Problems;
import dev.clew.api.config.Settings;
import dev.clew.instrument.runtime.RuntimeOptions.EngineChoice;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineDecisionTest {

  private static final Option<Boolean> CLIENTS =
      Option.flag("otel.instrumentation.jaxrs-client.enabled", true);

  private final List<SpanData> exported = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  @AfterEach
  void emptySlot() {
    GlobalOpenTelemetry.resetForTest();
  }

  @Test
  void joinsWhatTheServerProvidesIfItRecords() {
    OpenTelemetry server = sdk(Sampler.parentBased(Sampler.alwaysOff()));
    EngineDecision decision = decide(EngineChoice.AUTO, () -> server);
    assertThat(decision.joined()).isSameAs(server);
    assertThat(decision.reason()).contains("bean");
  }

  @Test
  void leavesClientsToTheServerThatItJoinsUnlessAskedFor() {
    OpenTelemetry server = sdk(Sampler.alwaysOn());
    EngineDecision decision = decide(EngineChoice.AUTO, () -> server);

    assertThat(clients(decision, Map.of())).isFalse();
    assertThat(clients(decision, Map.of(CLIENTS.key(), "true"))).isTrue();
    assertThat(decision.reason()).contains(CLIENTS.key());
  }

  @Test
  void leavesNothingToAnOpenTelemetryThatIsNoServers() {
    GlobalOpenTelemetry.set(sdk(Sampler.alwaysOn()));
    assertThat(clients(decide(EngineChoice.AUTO, () -> null), Map.of())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.0, 0.5, 0.01, 0.000001})
  void joinsWhatRecordsAFractionOnly(double ratio) {
    OpenTelemetry server = sdk(Sampler.traceIdRatioBased(ratio));
    assertThat(decide(EngineChoice.AUTO, () -> server).joined()).isSameAs(server);
  }

  @Test
  void looksWithoutExportingAnything() {
    SdkTracerProvider provider = provider(Sampler.alwaysOn());
    decide(EngineChoice.AUTO, () -> OpenTelemetrySdk.builder().setTracerProvider(provider).build());
    provider.shutdown().join(10, TimeUnit.SECONDS);
    assertThat(exported).isEmpty();
  }

  @Test
  void startsItsOwnBesideOneThatIsSwitchedOff() {
    OpenTelemetry server = sdk(Sampler.alwaysOff());
    EngineDecision decision = decide(EngineChoice.AUTO, () -> server);
    assertThat(decision.joined()).isNull();
    assertThat(decision.reason()).contains("records nothing", "bean");
  }

  @Test
  void startsItsOwnBesideOneThatRecordsForNobodyAndSaysHowToAvoidIt() {
    OpenTelemetry server = OpenTelemetrySdk.builder().build();
    EngineDecision decision = decide(EngineChoice.AUTO, () -> server);
    assertThat(decision.joined()).isNull();
    assertThat(decision.reason()).contains("records nothing", "bean");
    assertThat(problems).singleElement().asString().startsWith("CLEW-0020").contains("delegate");
  }

  @Test
  void startsItsOwnBesideOneThatRecordsForNobodyAndIsTheGlobalOneToo() {
    OpenTelemetry server = OpenTelemetrySdk.builder().build();
    GlobalOpenTelemetry.set(server);
    assertThat(decide(EngineChoice.AUTO, () -> server).joined()).isNull();
  }

  @Test
  void startsItsOwnWhereNothingElseIs() {
    assertThat(decide(EngineChoice.AUTO, () -> null).joined()).isNull();
    assertThat(problems).isEmpty();
  }

  @Test
  void joinsTheGlobalOneIfItRecords() {
    OpenTelemetry global = sdk(Sampler.alwaysOn());
    GlobalOpenTelemetry.set(global);
    OpenTelemetry joined = decide(EngineChoice.AUTO, () -> null).joined();
    assertThat(joined.getTracerProvider()).isSameAs(global.getTracerProvider());
  }

  @Test
  void prefersTheGlobalOneToABeanThatIsSwitchedOff() {
    GlobalOpenTelemetry.set(sdk(Sampler.alwaysOn()));
    EngineDecision decision = decide(EngineChoice.AUTO, () -> sdk(Sampler.alwaysOff()));
    assertThat(decision.reason()).contains("GlobalOpenTelemetry");
  }

  @Test
  void ownIgnoresWhatRecords() {
    assertThat(decide(EngineChoice.OWN, () -> sdk(Sampler.alwaysOn())).joined()).isNull();
  }

  @Test
  void joinTakesAlsoWhatRecordsNothing() {
    OpenTelemetry server = sdk(Sampler.alwaysOff());
    assertThat(decide(EngineChoice.JOIN, () -> server).joined()).isSameAs(server);
  }

  @Test
  void joinWithNothingThereRecordsNothingAndSaysSo() {
    assertThat(decide(EngineChoice.JOIN, () -> null).joined()).isSameAs(OpenTelemetry.noop());
    assertThat(problems).singleElement().asString().startsWith("CLEW-0016");
  }

  @Test
  void survivesABeanThatCannotBeCreated() {
    EngineDecision decision =
        decide(
            EngineChoice.AUTO,
            () -> {
              throw new NoClassDefFoundError("half a server");
            });
    assertThat(decision.joined()).isNull();
    assertThat(problems).singleElement().asString().startsWith("CLEW-0017");
  }

  @Test
  void survivesAnOpenTelemetryThatThrows() {
    assertThat(decide(EngineChoice.AUTO, Throwing::new).joined()).isNull();
    assertThat(problems).singleElement().asString().startsWith("CLEW-0017");
  }

  private static boolean clients(EngineDecision decision, Map<String, String> configured) {
    return TracedElsewhere.leftOut(decision.elsewhere(), Settings.of(configured)).get(CLIENTS);
  }

  private EngineDecision decide(EngineChoice choice, Supplier<OpenTelemetry> bean) {
    Problems recorded = (id, message) -> problems.add(id + " " + message);
    return EngineDecision.of(choice, bean, recorded);
  }

  private OpenTelemetry sdk(Sampler sampler) {
    return OpenTelemetrySdk.builder().setTracerProvider(provider(sampler)).build();
  }

  private SdkTracerProvider provider(Sampler sampler) {
    return SdkTracerProvider.builder()
        .setSampler(sampler)
        .addSpanProcessor(SimpleSpanProcessor.create(new Exported()))
        .build();
  }

  private final class Exported implements SpanExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      exported.addAll(spans);
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }

  private static final class Throwing implements OpenTelemetry {
    @Override
    public TracerProvider getTracerProvider() {
      throw new AssertionError("no tracer");
    }

    @Override
    public ContextPropagators getPropagators() {
      throw new AssertionError("no propagators");
    }
  }
}

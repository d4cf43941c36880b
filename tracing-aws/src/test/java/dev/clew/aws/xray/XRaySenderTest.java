// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.xray;

import static dev.clew.aws.Batches.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.api.config.Settings;
import dev.clew.api.spi.Engine;
import dev.clew.api.spi.EngineProvider;
import dev.clew.api.spi.Exporter;
import dev.clew.api.spi.ExporterProvider;
import dev.clew.aws.Batches;
import dev.clew.aws.FakeAws;
import dev.clew.exporter.sender.Batch;
import dev.clew.exporter.sender.SendResult;
import dev.clew.exporter.sender.Sender;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From spans to X-Ray's endpoint, which is a server of the test that checks every signature. */
class XRaySenderTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final Map<String, String> settings = new HashMap<>();
  private FakeAws aws;
  private Exporter exporter;
  private Engine engine;

  @BeforeEach
  void start() throws IOException {
    System.setProperty("aws.accessKeyId", "key");
    System.setProperty("aws.secretAccessKey", "secret");
    aws = new FakeAws();
    settings.put("otel.traces.exporter", "xray");
    settings.put("clew.aws.region", "eu-central-1");
    settings.put("clew.aws.xray.endpoint", aws.uri() + "/v1/traces");
  }

  @AfterEach
  void stop() {
    if (engine != null) {
      engine.close();
      exporter.shutdown(LONG);
    }
    aws.close();
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @Test
  void spansArriveAsOtlpInASignedRequest() throws Exception {
    aws.answer("");
    record(3);

    assertThat(exporter.flush(LONG)).isTrue();
    FakeAws.Request request = aws.requests().get(0);
    assertThat(request.path()).isEqualTo("/v1/traces");
    assertThat(request.headers()).containsEntry("Content-Type", "application/x-protobuf");
    assertThat(SignatureCheck.scope(request, "secret")).isEqualTo("key/eu-central-1/xray");
    assertThat(names()).containsExactlyInAnyOrder("span-0", "span-1", "span-2");
    assertThat(exporter.counts()).containsEntry("xray.sent", 3L);
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 429, 500, 503})
  void whatMayPassLaterIsSentAgain(int status) throws Exception {
    aws.answer(status, Map.of(), "").answer("");
    record(1);

    assertThat(exporter.flush(LONG)).isTrue();
    assertThat(aws.requests()).hasSize(2);
    assertThat(exporter.counts()).containsEntry("xray.sent", 1L).containsEntry("xray.dropped", 0L);
  }

  @Test
  void whatIsRefusedForGoodIsCounted() throws Exception {
    aws.answer(400, Map.of(), "");
    record(2);
    exporter.flush(LONG);

    assertThat(aws.requests()).hasSize(1);
    assertThat(exporter.counts()).containsEntry("xray.dropped", 2L);
  }

  @Test
  void spansThatAreRefusedAloneAreCounted() throws Exception {
    byte[] partial =
        ExportTraceServiceResponse.newBuilder()
            .setPartialSuccess(ExportTracePartialSuccess.newBuilder().setRejectedSpans(1))
            .build()
            .toByteArray();
    aws.answer(new String(partial, StandardCharsets.ISO_8859_1));
    record(3);
    exporter.flush(LONG);

    assertThat(exporter.counts()).containsEntry("xray.sent", 2L).containsEntry("xray.dropped", 1L);
  }

  @Test
  void allSpansArriveThroughFaults() throws Exception {
    settings.put("otel.bsp.max.export.batch.size", "2000");
    for (int i = 1; i <= 200; i++) {
      aws.answer(i % 10 == 0 ? 503 : 200, Map.of(), "");
    }
    record(100_000);

    assertThat(exporter.flush(LONG)).isTrue();
    assertThat(exporter.counts())
        .containsEntry("xray.sent", 100_000L)
        .containsEntry("xray.dropped", 0L);
    Set<String> accepted = new HashSet<>();
    List<FakeAws.Request> requests = aws.requests();
    for (int i = 1; i <= requests.size(); i++) {
      if (i % 10 != 0) {
        accepted.addAll(spans(requests.get(i - 1)));
      }
    }
    assertThat(requests.size()).isGreaterThan(50);
    assertThat(accepted).hasSize(100_000);
  }

  @Test
  void whatIsTooMuchForARequestIsSentInSeveral() throws Exception {
    settings.put("otel.bsp.max.export.batch.size", "100000");
    settings.put("clew.exporter.batch.bytes", "64MB");
    settings.put("otel.bsp.schedule.delay", "1h");
    aws.answer("");
    record(25_000);

    assertThat(exporter.flush(LONG)).isTrue();
    assertThat(names()).hasSize(25_000);
    for (FakeAws.Request request : aws.requests()) {
      assertThat(spans(request)).hasSizeLessThanOrEqualTo(10_000);
      assertThat(request.bytes()).hasSizeLessThanOrEqualTo(5_000_000);
    }
  }

  @Test
  void partsThatWentThroughAreNotSentAgain() throws Exception {
    aws.answer("").answer("").answer(503, Map.of(), "").answer("");
    Batch batch =
        Batches.of(
            "shop", Collections.nCopies(25_000, span("1", "1").build()).toArray(Span[]::new));
    try (Sender sender = new XRaySenderProvider().create(settings())) {
      sender.send(Batches.of("shop", span("1", "1").build()), LONG);

      assertThatThrownBy(() -> sender.send(batch, Duration.ZERO))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("X-Ray answered 503");
      assertThat(sender.send(batch, LONG)).isEqualTo(SendResult.success());
    }

    List<Integer> sent = new ArrayList<>();
    for (FakeAws.Request request : aws.requests()) {
      sent.add(spans(request).size());
    }
    assertThat(sent).containsExactly(1, 10_000, 10_000, 10_000, 5_000);
  }

  private Settings settings() {
    return Settings.of(settings::get, (id, message) -> problems.add(id + ": " + message));
  }

  private void record(int count) {
    Settings all = settings();
    exporter = ServiceLoader.load(ExporterProvider.class).findFirst().orElseThrow().start(all);
    engine =
        ServiceLoader.load(EngineProvider.class).findFirst().orElseThrow().start(all, exporter);
    Tracer tracer = engine.openTelemetry().getTracer("test");
    for (int i = 0; i < count; i++) {
      tracer.spanBuilder("span-" + i).startSpan().end();
    }
  }

  private Set<String> names() throws Exception {
    Set<String> names = new HashSet<>();
    for (FakeAws.Request request : aws.requests()) {
      names.addAll(spans(request));
    }
    return names;
  }

  private static List<String> spans(FakeAws.Request request) throws Exception {
    return ExportTraceServiceRequest.parseFrom(request.bytes()).getResourceSpansList().stream()
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .flatMap(scope -> scope.getSpansList().stream())
        .map(Span::getName)
        .toList();
  }
}

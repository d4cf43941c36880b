// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clew.api.config.Settings;
import dev.clew.api.spi.Engine;
import dev.clew.api.spi.EngineProvider;
import dev.clew.api.spi.Exporter;
import dev.clew.api.spi.ExporterProvider;
import dev.clew.aws.model.ModelledCalls;
import dev.clew.instrument.http.HttpServerSpan;
import dev.clew.instrument.http.HttpServerTracer;
import dev.clew.testkit.PlainRequest;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sampler as an application has it, with a server of the test's in X-Ray's place. */
class SamplingThroughEngineTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String THREAD = "clew-aws-sampler";

  private final ObjectMapper json = new ObjectMapper();
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final Map<String, String> settings = new HashMap<>();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private final List<JsonNode> told = new CopyOnWriteArrayList<>();

  @TempDir Path directory;

  private HttpServer server;
  private Exporter exporter;
  private Engine engine;

  @BeforeEach
  void start() throws IOException {
    System.setProperty("aws.accessKeyId", "key");
    System.setProperty("aws.secretAccessKey", "secret");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    settings.put("otel.traces.sampler", "xray");
    settings.put("otel.traces.exporter", "none");
    settings.put("otel.service.name", "shop");
    settings.put(
        "otel.traces.sampler.arg",
        "endpoint=http://127.0.0.1:" + server.getAddress().getPort() + "/");
    settings.put("otel.resource.providers.aws.enabled", "false");
    settings.put("clew.aws.region", "eu-central-1");
  }

  @AfterEach
  void stop() {
    if (engine != null) {
      engine.close();
      exporter.shutdown(LONG);
    }
    server.stop(0);
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @Test
  void rulesOfXRayDecideAndAreToldOfSignedAndByPage() {
    answers.put(
        "/GetSamplingRules",
        "{\"SamplingRuleRecords\": [" + rule("drop", 1, 0, "/health") + "], \"NextToken\": \"2\"}");
    answers.put(
        "/GetSamplingRules?2", "{\"SamplingRuleRecords\": [" + rule("keep", 2, 1, "*") + "]}");
    answers.put("/SamplingTargets", "{}");
    Tracer tracer = tracer();

    await().atMost(LONG).until(() -> sampled(tracer, "/orders") && !sampled(tracer, "/health"));
    for (int i = 0; i < 100; i++) {
      assertThat(sampled(tracer, "/orders")).isTrue();
      assertThat(sampled(tracer, "/health")).isFalse();
    }
    await().atMost(LONG).until(() -> !told.isEmpty());
    JsonNode statistics = told.get(0).get("SamplingStatisticsDocuments");
    assertThat(statistics).hasSize(2);
    assertThat(statistics.get(0).get("RuleName").asText()).isEqualTo("drop");
    assertThat(statistics.get(0).get("SampledCount").asLong()).isZero();
    assertThat(statistics.get(1).get("RequestCount").asLong()).isPositive();
    assertThat(statistics.get(0).get("ClientID").asText()).matches("[0-9a-f]{24}");
    assertThat(authorizations).allMatch(header -> header.contains("/eu-central-1/xray/"));
    assertThat(problems).isEmpty();
    assertThat(violations).isEmpty();
  }

  @Test
  void callersAreFollowedWhateverTheRulesSay() {
    answers.put(
        "/GetSamplingRules", "{\"SamplingRuleRecords\": [" + rule("none", 1, 0, "*") + "]}");
    answers.put("/SamplingTargets", "{}");
    Tracer tracer = tracer();
    await().atMost(LONG).until(() -> !sampled(tracer, "/"));

    SpanContext caller =
        SpanContext.createFromRemoteParent(
            "0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331",
            TraceFlags.getSampled(),
            TraceState.getDefault());
    Span child =
        tracer.spanBuilder("child").setParent(Context.root().with(Span.wrap(caller))).startSpan();
    child.end();
    assertThat(child.getSpanContext().isSampled()).isTrue();
  }

  @Test
  void hostsOfRequestsThatComeInAreMatched() {
    String admin = rule("admin", 1, 0, "*").replace("\"Host\": \"*\"", "\"Host\": \"admin.*\"");
    answers.put(
        "/GetSamplingRules",
        "{\"SamplingRuleRecords\": [" + admin + "," + rule("all", 2, 1, "*") + "]}");
    answers.put("/SamplingTargets", "{}");
    tracer();
    HttpServerTracer requests = new HttpServerTracer(engine.openTelemetry(), Settings.of(Map.of()));

    await()
        .atMost(LONG)
        .until(
            () ->
                sampled(requests, "www.example.com")
                    && !sampled(requests, "admin.example.com:8443"));
    assertThat(count("sampler.skipped")).isPositive();
  }

  @Test
  void rootsThatFailAreToldOfWhereARuleMayBeBoosted() {
    String boosted =
        rule("all", 1, 1, "*")
            .replace(
                "\"Version\"",
                "\"SamplingRateBoost\": {\"MaxRate\": 1, \"CooldownWindowMinutes\": 1}, \"Version\"");
    answers.put("/GetSamplingRules", "{\"SamplingRuleRecords\": [" + boosted + "]}");
    answers.put("/SamplingTargets", "{}");
    Tracer tracer = tracer();
    await()
        .atMost(LONG)
        .until(() -> failing(tracer) && count("sampler.sampled") > count("sampler.local"));

    await().atMost(LONG).until(() -> failing(tracer) && boosts() > 0);
  }

  @Test
  void outOfReachLocalRulesDecideAndOneMessageSaysWhy() throws IOException {
    Path file = directory.resolve("rules.json");
    Files.writeString(
        file,
        "{\"version\": 2, \"rules\": [{\"host\": \"*\", \"http_method\": \"*\", \"url_path\": \"/a\","
            + " \"fixed_target\": 0, \"rate\": 0}], \"default\": {\"fixed_target\": 0, \"rate\": 1}}");
    settings.put("clew.aws.xray.sampler.rules", file.toString());
    Tracer tracer = tracer();

    assertThat(sampled(tracer, "/a")).isFalse();
    assertThat(sampled(tracer, "/b")).isTrue();
    await().atMost(LONG).until(() -> !problems.isEmpty());
    assertThat(problems).singleElement().asString().startsWith("CLEW-0710").contains("404");
  }

  @Test
  void rulesThatCannotBeUsedAndIntervalsThatAreNoneAreReported() {
    settings.put("clew.aws.xray.sampler.rules", directory.resolve("absent.json").toString());
    settings.merge("otel.traces.sampler.arg", ",polling_interval=soon", String::concat);
    tracer();

    assertThat(problems).anyMatch(problem -> problem.startsWith("CLEW-0711"));
    assertThat(problems).anyMatch(problem -> problem.startsWith("CLEW-0712"));
  }

  @Test
  void theThreadEndsWithTheApplicationThoughXRayIsSilent() {
    answers.put("/GetSamplingRules", "silence");
    tracer();
    await().atMost(LONG).until(() -> !authorizations.isEmpty());

    engine.close();

    await()
        .atMost(LONG)
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(SamplingThroughEngineTest::isPolling));
  }

  private static boolean isPolling(Thread thread) {
    return thread.getName().equals(THREAD);
  }

  private static String rule(String name, int priority, int rate, String path) {
    return """
        {"SamplingRule": {"RuleName": "%s", "Priority": %d, "FixedRate": %d, "ReservoirSize": 0,
         "ServiceName": "shop", "ServiceType": "*", "Host": "*", "HTTPMethod": "*",
         "URLPath": "%s", "ResourceARN": "*", "Version": 1}}"""
        .formatted(name, priority, rate, path);
  }

  private boolean sampled(Tracer tracer, String path) {
    Span span = tracer.spanBuilder("GET").setAttribute("url.path", path).startSpan();
    span.end();
    return span.getSpanContext().isSampled();
  }

  private static boolean sampled(HttpServerTracer requests, String host) {
    HttpServerSpan span = requests.start(new PlainRequest(host, "/"));
    span.end(null);
    return Span.fromContext(span.context()).getSpanContext().isSampled();
  }

  private boolean failing(Tracer tracer) {
    Span span = tracer.spanBuilder("GET").startSpan();
    span.setStatus(StatusCode.ERROR);
    span.end();
    return true;
  }

  private long boosts() {
    return told.stream()
        .flatMap(each -> each.findValues("SampledAnomalyCount").stream())
        .mapToLong(JsonNode::asLong)
        .sum();
  }

  private long count(String name) {
    return exporter.counts().getOrDefault(name, 0L);
  }

  private Tracer tracer() {
    Settings all = Settings.of(settings::get, (id, message) -> problems.add(id + ": " + message));
    exporter = ServiceLoader.load(ExporterProvider.class).findFirst().orElseThrow().start(all);
    engine =
        ServiceLoader.load(EngineProvider.class).findFirst().orElseThrow().start(all, exporter);
    return engine.openTelemetry().getTracer("test");
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode question = json.readTree(exchange.getRequestBody().readAllBytes());
    authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    String path = exchange.getRequestURI().getPath();
    // Boosts came after the models were published.
    if (!question.has("SamplingBoostStatisticsDocuments")) {
      byte[] body = json.writeValueAsBytes(question);
      violations.addAll(ModelledCalls.of(path, Map.of(), body).orElseThrow().violations());
    }
    if (path.equals("/SamplingTargets")) {
      told.add(question);
    }
    String token = question.path("NextToken").asText();
    String answer = answers.get(token.isEmpty() ? path : path + "?" + token);
    if ("silence".equals(answer)) {
      return;
    }
    byte[] body = answer == null ? new byte[0] : answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}

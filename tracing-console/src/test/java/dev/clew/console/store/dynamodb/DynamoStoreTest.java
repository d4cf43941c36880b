// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clew.api.config.Settings;
import dev.clew.api.spi.Engine;
import dev.clew.api.spi.EngineProvider;
import dev.clew.api.spi.Exporter;
import dev.clew.api.spi.ExporterProvider;
import dev.clew.aws.AwsOptions;
import dev.clew.console.Requests;
import dev.clew.console.store.KeptSpan;
import dev.clew.console.store.Search;
import dev.clew.console.store.SpanReader;
import dev.clew.console.store.SpanStoreContract;
import dev.clew.console.store.SpanWriter;
import dev.clew.console.store.StoreException;
import dev.clew.console.store.TraceSummary;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract, on DynamoDB Local. */
class DynamoStoreTest extends SpanStoreContract {

  private static LocalTables local;

  private Map<String, String> values;
  private DynamoStoreBean store;

  @BeforeAll
  static void start() throws Exception {
    local = new LocalTables();
  }

  @AfterAll
  static void stop() throws Exception {
    local.stop();
  }

  @BeforeEach
  void open() {
    values = local.values();
    store = LocalTables.open(values);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected SpanWriter writer() {
    return store.writer();
  }

  @Override
  protected SpanReader reader() {
    return store.reader();
  }

  @Override
  protected void crash() {
    store.close();
    store = LocalTables.open(values);
  }

  @Test
  void whatApplicationsHaveSentIsRead() throws Exception {
    values.put("otel.service.name", "shop");
    values.put("otel.traces.exporter", "dynamodb");
    Settings settings = Settings.of(values);
    Exporter exporter = first(ExporterProvider.class).start(settings);
    try (Engine engine = first(EngineProvider.class).start(settings, exporter)) {
      Tracer tracer = engine.openTelemetry().getTracer("test");
      Span root = tracer.spanBuilder("POST /orders").startSpan();
      try (Scope scope = root.makeCurrent()) {
        assertThat(scope).isNotNull();
        tracer.spanBuilder("INSERT orders").startSpan().end();
      }
      root.end();
      assertThat(exporter.flush(Duration.ofMinutes(1))).isTrue();
    } finally {
      exporter.shutdown(Duration.ofMinutes(1));
    }

    TraceSummary found = reader().search(Search.all(10).withOperation("INSERT orders")).get(0);
    assertThat(found.rootName()).isEqualTo("POST /orders");
    assertThat(found.services()).containsExactly("shop");
    assertThat(reader().spans(List.of(found.traceId())))
        .extracting(span -> span.span().getName())
        .containsExactlyInAnyOrder("POST /orders", "INSERT orders");
  }

  private static <T> T first(Class<T> provider) {
    return ServiceLoader.load(provider).findFirst().orElseThrow();
  }

  @Test
  void spansOfSeveralServicesAndScopesInOneWriteKeepTheirOrigins() throws Exception {
    List<KeptSpan> spans =
        List.of(
            kept("shop", Requests.span(1, 1).build()),
            kept("stock", Requests.span(1, 2).build()),
            kept("shop", Requests.span(1, 3).build()));
    writer().write(spans);

    assertThat(reader().spans(List.of(Requests.traceId(1))))
        .containsExactlyInAnyOrderElementsOf(spans);
  }

  private static KeptSpan kept(String service, io.opentelemetry.proto.trace.v1.Span span) {
    return KeptSpan.of(Requests.of(service, span).getResourceSpansList()).get(0);
  }

  @Test
  void searchesOfManyServicesFindTheLatestOfAll() throws Exception {
    for (int i = 1; i <= 60; i++) {
      write("service-" + i % 7, Requests.span(i, i).build());
    }

    assertThat(ids(Search.all(30))).containsExactlyElementsOf(down(60, 31));
    assertThat(ids(Search.all(100))).containsExactlyElementsOf(down(60, 1));
  }

  private static List<Integer> down(int from, int to) {
    return IntStream.iterate(from, i -> i >= to, i -> i - 1).boxed().toList();
  }

  @Test
  void partsThatBeganBeforeTheTimeAreFoundByTheirLaterSpans() throws Exception {
    write("shop", Requests.span(1, 10).setEndTimeUnixNano(90_000_000_000L).build());
    write("shop", Requests.span(1, 50).build());

    Search since = Search.all(10).between(40_000_000_000L, Long.MAX_VALUE);
    assertThat(ids(since)).containsExactly(1);
    assertThat(ids(since.withOperation("span 10"))).isEmpty();
    assertThat(ids(since.withDuration(2_000, Long.MAX_VALUE))).isEmpty();
    assertThat(ids(Search.all(10).between(20_000_000_000L, 30_000_000_000L))).isEmpty();
  }

  @Test
  void serviceWithoutANameIsNobody() throws Exception {
    write("shop", Requests.span(1, 1).build());

    assertThat(ids(Search.all(10).withService(""))).isEmpty();
    assertThat(reader().operations("")).isEmpty();
  }

  @Test
  void missingTablesAreToldWithWhatToDo() {
    values.put(AwsOptions.DYNAMODB_PREFIX.key(), "nobody-");
    values.put(AwsOptions.DYNAMODB_CREATE.key(), "false");

    assertThatThrownBy(() -> LocalTables.open(values))
        .hasMessageContaining("clew.aws.dynamodb.table.create=true");
  }

  @Test
  void missingRightsAreToldWithWhatToDo() throws Exception {
    HttpServer denying =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    denying.createContext("/", DynamoStoreTest::deny);
    denying.start();
    try {
      values.put(
          AwsOptions.DYNAMODB_ENDPOINT.key(), "http://127.0.0.1:" + denying.getAddress().getPort());

      assertThatThrownBy(() -> LocalTables.open(values))
          .hasMessageContaining("lacks a right")
          .hasMessageContaining("docs/console.md")
          .hasNoCause();
    } finally {
      denying.stop(0);
    }
  }

  private static void deny(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] answer = "{\"__type\": \"AccessDeniedException\"}".getBytes(StandardCharsets.UTF_8);
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(400, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  @Test
  void dynamoDbThatIsAwayIsNoReasonNotToStart() {
    values.put(AwsOptions.DYNAMODB_ENDPOINT.key(), "http://127.0.0.1:1");
    DynamoStoreBean away = LocalTables.open(values);
    try {
      assertThatThrownBy(() -> away.reader().services())
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("cannot be reached");
    } finally {
      away.close();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.xray;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clew.aws.SenderRun;
import dev.clew.aws.model.ModelledCall;
import dev.clew.aws.model.ModelledCalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From spans to PutTraceSegments, at a server that checks requests against X-Ray's model. */
class SegmentSenderTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> violations = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> taken = Collections.synchronizedSet(new HashSet<>());
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger documents = new AtomicInteger();

  /** Every which request is throttled, and every which document is not processed; 0 for none. */
  private volatile int faults;

  private volatile String code = "ThrottledException";

  /** Whether the next document is not processed, and X-Ray does not say which it was. */
  private volatile boolean nameless;

  private HttpServer server;
  private SenderRun run;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    run =
        new SenderRun("xray")
            .set("clew.aws.xray.protocol", "segments")
            .set("clew.aws.xray.endpoint", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    run.close();
    server.stop(0);
  }

  @Test
  void tracesArriveAsDocumentsThatXRayTakes() {
    run.traces(10, 40);

    assertThat(run.flush()).isTrue();
    assertThat(taken).hasSize(40);
    assertThat(documents.get()).isLessThan(40);
    assertThat(violations).isEmpty();
    assertThat(run.sent()).isEqualTo(40);
  }

  @Test
  void allSpansArriveThroughFaults() {
    faults = 10;
    run.traces(10_000, 100_000);

    assertThat(run.flush()).isTrue();
    assertThat(taken).hasSize(100_000);
    assertThat(run.sent()).isEqualTo(100_000);
    assertThat(run.dropped()).isZero();
    assertThat(violations).isEmpty();
  }

  @Test
  void whatXRayWillNeverTakeIsCountedAndNotSentAgain() {
    faults = 1;
    code = "ParseError";
    run.traces(1, 3);
    run.flush();

    assertThat(run.dropped()).isEqualTo(3);
    assertThat(requests.get()).isEqualTo(1);
  }

  @Test
  void documentsThatXRayDoesNotNameAreNotLost() {
    nameless = true;
    run.traces(3, 3);

    assertThat(run.flush()).isTrue();
    assertThat(taken).hasSize(3);
    assertThat(run.sent()).isEqualTo(3);
  }

  @Test
  void documentsThatXRayDoesNotNameAndWillNeverTakeAreCounted() {
    nameless = true;
    code = "ParseError";
    run.traces(3, 3);
    run.flush();

    assertThat(taken).hasSize(2);
    assertThat(run.dropped()).isEqualTo(1);
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    int number = requests.incrementAndGet();
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    ModelledCall call =
        ModelledCalls.of(exchange.getRequestURI().getPath(), headers, body).orElseThrow();
    violations.addAll(call.violations());
    if (!call.action().equals("xray:PutTraceSegments")) {
      violations.add(call.action());
    }
    boolean throttled = faults > 1 && number % faults == 0;
    byte[] answer = throttled ? new byte[] {'{', '}'} : take(JSON.readTree(body));
    if (throttled) {
      exchange.getResponseHeaders().set("X-Amzn-ErrorType", "ThrottledException");
    }
    exchange.sendResponseHeaders(throttled ? 429 : 200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private byte[] take(JsonNode request) throws IOException {
    JsonNode given = request.get("TraceSegmentDocuments");
    if (given.size() > 50) {
      violations.add(given.size() + " documents");
    }
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode unprocessed = answer.putArray("UnprocessedTraceSegments");
    for (JsonNode text : given) {
      JsonNode document = JSON.readTree(text.asText());
      if (text.asText().length() > 64 * 1024) {
        violations.add("a document of " + text.asText().length());
      }
      if (nameless) {
        nameless = false;
        unprocessed.addObject().put("ErrorCode", code);
      } else if (documents.incrementAndGet() % Math.max(faults, 1) == 0 && faults > 0) {
        unprocessed.addObject().put("Id", document.get("id").asText()).put("ErrorCode", code);
      } else {
        take(document.get("trace_id").asText(), document);
      }
    }
    return JSON.writeValueAsBytes(answer);
  }

  private void take(String trace, JsonNode segment) {
    taken.add(trace + segment.get("id").asText());
    segment.path("subsegments").forEach(child -> take(trace, child));
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tail over HTTP: whoever has the answer's headers listens. */
class TailTest {

  private static final int MOST = 16;
  private static final String LISTENERS = "clew_console_tail_listeners ";

  @TempDir Path directory;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Stream<String>> opened = new ArrayList<>();
  private StartedConsole console;

  @BeforeEach
  void start() throws Exception {
    console = StartedConsole.in(directory);
  }

  @AfterEach
  void stop() throws Exception {
    opened.forEach(Stream::close);
    console.close();
  }

  @Test
  void tellsWhatComesInAndMeetsTheSearch() throws Exception {
    Iterator<String> lines = listen("?service=stock");
    console.send(Requests.of("shop", Requests.span(1, 1).build()));
    console.send(Requests.of("stock", Requests.span(2, 2).build()));

    JsonNode news = next(lines);
    assertThat(news.at("/traces").size()).isEqualTo(1);
    assertThat(news.at("/traces/0/traceId").textValue()).isEqualTo(Requests.traceId(2));
    assertThat(news.at("/traces/0/rootService").textValue()).isEqualTo("stock");
    assertThat(news.at("/omitted").intValue()).isZero();
  }

  @Test
  void whatIsToldCanBeOpened() throws Exception {
    Iterator<String> lines = listen("");
    console.send(Requests.of("shop", Requests.span(1, 1).build()));

    String id = next(lines).at("/traces/0/traceId").textValue();
    assertThat(console.get("/api/v1/traces/" + id).statusCode()).isEqualTo(200);
  }

  @Test
  void countsWhatIsLeftOut() throws Exception {
    Iterator<String> lines = listen("?limit=1");
    console.send(Requests.of("shop", Requests.span(1, 1).build(), Requests.span(2, 2).build()));

    assertThat(next(lines).at("/omitted").intValue()).isEqualTo(1);
  }

  @Test
  void endsInOrderWhenTheCollectorStops() throws Exception {
    Iterator<String> lines = listen("");
    console.close();

    // A line that is cut off would throw.
    while (lines.hasNext()) {
      lines.next();
    }
    console = StartedConsole.in(directory);
  }

  @Test
  void turnsAwayWhoeverIsTooMany() throws Exception {
    for (int i = 0; i < MOST; i++) {
      listen("");
    }

    HttpResponse<String> refused = console.get("/api/v1/tail");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("close one");
  }

  @Test
  void forgetsWhoeverIsGone() throws Exception {
    listen("");
    assertThat(listeners()).isEqualTo("1.0");
    opened.get(0).close();

    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              console.send(Requests.of("shop", Requests.span(1, 1).build()));
              return listeners().equals("0.0");
            });
  }

  @Test
  void saysWhatIsWrongWithTheSearch() throws Exception {
    HttpResponse<String> wrong = console.get("/api/v1/tail?minDuration=fast");

    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("1.5ms");
  }

  private Iterator<String> listen(String query) throws Exception {
    HttpResponse<Stream<String>> answer =
        client.send(
            HttpRequest.newBuilder(console.uri("/api/v1/tail" + query)).build(),
            BodyHandlers.ofLines());
    opened.add(answer.body());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    return answer.body().iterator();
  }

  private static JsonNode next(Iterator<String> lines) throws Exception {
    String line = lines.next();
    while (!line.startsWith("data:")) {
      line = lines.next();
    }
    return new ObjectMapper().readTree(line.substring("data:".length()));
  }

  private String listeners() throws Exception {
    return console
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(LISTENERS))
        .map(line -> line.substring(LISTENERS.length()))
        .findFirst()
        .orElseThrow();
  }
}

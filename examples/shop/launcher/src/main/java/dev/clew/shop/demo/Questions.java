// SPDX-License-Identifier: Apache-2.0
package dev.clew.shop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the collector is asked, by its query API. */
final class Questions implements Traces.Source {

  private static final int MOST_TRACES = 1_000;

  /** What the collector answers on a machine that has too much to do. */
  private static final int BUSY = 503;

  private static final int MOST_TIMES = 30;
  private static final long PAUSE_MILLIS = 1_000;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final ObjectMapper json = new ObjectMapper();
  private final URI collector;

  Questions(URI collector) {
    this.collector = collector;
  }

  @Override
  public Map<String, Integer> sizes() throws IOException, InterruptedException {
    JsonNode found = json.readTree(answer("traces?limit=" + MOST_TRACES, "application/json"));
    List<JsonNode> latestFirst = new ArrayList<>();
    found.get("traces").forEach(latestFirst::add);
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (int i = latestFirst.size() - 1; i >= 0; i--) {
      JsonNode trace = latestFirst.get(i);
      sizes.put(trace.get("traceId").textValue(), trace.get("spans").intValue());
    }
    return sizes;
  }

  @Override
  public List<ServiceSpan> spans(String traceId) throws IOException, InterruptedException {
    byte[] trace = answer("traces/" + traceId, "application/x-protobuf");
    return TracesData.parseFrom(trace).getResourceSpansList().stream()
        .flatMap(ServiceSpan::of)
        .toList();
  }

  /** What is found in all traces that requests began, the most important first. */
  Findings findings() throws IOException, InterruptedException {
    return Findings.of(json.readTree(answer("insights", "application/json")));
  }

  private byte[] answer(String question, String type) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(collector.resolve("/api/v1/" + question))
            .header("Accept", type)
            .timeout(Duration.ofSeconds(60))
            .build();
    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
    for (int again = 0; answer.statusCode() == BUSY && again < MOST_TIMES; again++) {
      Thread.sleep(PAUSE_MILLIS);
      answer = http.send(request, BodyHandlers.ofByteArray());
    }
    if (answer.statusCode() != 200) {
      throw new IOException("the collector answered " + answer.statusCode() + " to " + question);
    }
    return answer.body();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.console.store.dynamodb.LocalTables;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar, with what lies beside it and nothing else, keeps spans in DynamoDB. */
class PackagedConsoleIT {

  private static LocalTables local;

  @TempDir Path directory;

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    local = new LocalTables();
  }

  @AfterAll
  static void stop() throws Exception {
    local.stop();
  }

  @Test
  void whatItAcknowledgedIsThereOnceAfterItWasKilled() throws Exception {
    String[] flags = flags();
    try (ConsoleProcess console = ConsoleProcess.ofJar(jar(), directory, flags)) {
      send(console, 1);
      awaitTraces(console, 1);
      send(console, 2);
      console.kill();
    }
    try (ConsoleProcess console = ConsoleProcess.ofJar(jar(), directory, flags)) {
      awaitTraces(console, 2);
      assertThat(search(console).findValues("spans")).allMatch(spans -> spans.asInt() == 1);
    }
  }

  private static String jar() {
    return System.getProperty("console.jar");
  }

  private static String[] flags() {
    Map<String, String> values = local.values();
    Properties system = System.getProperties();
    for (String credential : new String[] {"aws.accessKeyId", "aws.secretAccessKey"}) {
      values.put(credential, system.getProperty(credential));
    }
    return values.entrySet().stream()
        .map(value -> "-D" + value.getKey() + "=" + value.getValue())
        .toArray(String[]::new);
  }

  private void send(ConsoleProcess console, int trace) throws Exception {
    byte[] body = Requests.of("shop", Requests.span(trace, trace).build()).toByteArray();
    HttpRequest request =
        HttpRequest.newBuilder(console.uri("/v1/traces"))
            .header("Content-Type", "application/x-protobuf")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  private void awaitTraces(ConsoleProcess console, int count) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> search(console).at("/traces").size() == count);
  }

  private JsonNode search(ConsoleProcess console) throws Exception {
    HttpRequest question =
        HttpRequest.newBuilder(console.uri("/api/v1/traces?service=shop")).build();
    return new ObjectMapper().readTree(client.send(question, BodyHandlers.ofString()).body());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.it.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.codelibs.opensearch.runner.OpenSearchRunner;
import org.opensearch.http.HttpServerTransport;

/** An OpenSearch of one node in this process, on the loopback interface. */
final class LocalOpenSearch implements AutoCloseable {

  private final OpenSearchRunner runner = new OpenSearchRunner();
  private final HttpClient client = HttpClient.newHttpClient();

  LocalOpenSearch(Path directory) {
    runner
        .onBuild(
            (number, settings) ->
                settings
                    .put("network.host", "127.0.0.1")
                    .put("http.port", 0)
                    .put("transport.port", 0))
        .build(
            OpenSearchRunner.newConfigs()
                .numOfNode(1)
                .basePath(directory.toString())
                .moduleTypes(
                    "org.opensearch.transport.Netty4Plugin,"
                        + "org.opensearch.analysis.common.CommonAnalysisPlugin,"
                        + "org.opensearch.index.mapper.MapperExtrasPlugin")
                .disableESLogger());
    runner.ensureYellow();
  }

  URI uri() {
    int port =
        runner
            .node()
            .injector()
            .getInstance(HttpServerTransport.class)
            .boundAddress()
            .publishAddress()
            .getPort();
    return URI.create("http://127.0.0.1:" + port);
  }

  /** What it answers, in JSON; of the indexes all that was written so far can be found. */
  JsonNode ask(String path, String body) throws IOException, InterruptedException {
    post("/_refresh", "");
    return post(path, body);
  }

  JsonNode post(String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri().resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(answer.statusCode() + ": " + answer.body());
    }
    return new ObjectMapper().readTree(answer.body());
  }

  @Override
  public void close() throws IOException {
    runner.close();
    runner.clean();
  }
}

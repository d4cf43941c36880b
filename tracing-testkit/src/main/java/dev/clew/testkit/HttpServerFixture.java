// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the parts of {@link HttpServerContract} have in common: a server, and who asks it. */
abstract class HttpServerFixture {

  static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
  static final String CALLER_ID = "b7ad6b7169203331";
  static final String SAMPLED = "00-" + TRACE_ID + "-" + CALLER_ID + "-01";
  static final String UNSAMPLED = "00-" + TRACE_ID + "-" + CALLER_ID + "-00";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @RegisterExtension final TracingExtension tracing = TracingExtension.create();

  private URI base;

  /**
   * Starts a server with the application of {@link ServerEndpoints}, traced by the adapter with
   * what {@code Tracing.current()} gives.
   *
   * @return where the application is, without a slash at the end, as in {@code
   *     http://127.0.0.1:40123/app}
   */
  protected abstract URI startServer() throws Exception;

  /** Stops the server, after every request has been handled. */
  protected abstract void stopServer() throws Exception;

  /** What the adapter can do; every constant is declared. */
  protected abstract Capabilities<HttpServerCapability> capabilities();

  /** The value of {@code http.route} for a template of {@link ServerEndpoints}. */
  protected String route(String template) {
    return base.getPath() + template;
  }

  @AfterEach
  void stop() throws Exception {
    if (base != null) {
      base = null;
      stopServer();
    }
  }

  final void require(HttpServerCapability capability) {
    capabilities().require(capability);
  }

  /** The server's address; starts it if need be. */
  final URI base() throws Exception {
    if (base == null) {
      base = startServer();
    }
    return base;
  }

  final HttpResponse<String> get(String path, String... headers) throws Exception {
    return send("GET", path, headers);
  }

  final HttpResponse<String> send(String method, String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base() + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Sends what no proper client would, and reads what comes back. */
  final RawHttp raw() throws Exception {
    return new RawHttp(base());
  }

  /** Asks for a path, and takes the one span that there is. */
  final FinishedSpan spanOf(String path, String... headers) throws Exception {
    get(path, headers);
    return serverSpan();
  }

  final FinishedSpan serverSpan() {
    FinishedSpan span = tracing.takeOne();
    assertThat(span.kind()).isEqualTo(SpanKind.SERVER);
    return span;
  }

  /**
   * Asks once where the server may close the connection without an answer, after which a proper
   * client asks again.
   *
   * @return the status line, or nothing
   */
  final String getOnce(String path) throws Exception {
    return raw().send("GET", path, "");
  }

  final void configure(String key, String value) {
    tracing.configure(Map.of(key, value));
  }

  static String item(String id) {
    return ServerEndpoints.ITEM.replace("{id}", id);
  }
}

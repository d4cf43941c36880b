// SPDX-License-Identifier: Apache-2.0
package dev.clew.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The part of {@link HttpClientContract} about what a span says of the request. */
abstract class HttpClientDescription extends HttpClientPropagation {

  @Test
  void describesRequest() throws Exception {
    get("/hello");

    FinishedSpan span = clientSpan();
    assertThat(span.attributes())
        .containsEntry("http.request.method", "GET")
        .containsEntry("url.full", server.uri("/hello").toString())
        .containsEntry("server.address", "127.0.0.1")
        .containsEntry("server.port", (long) server.port())
        .containsEntry("http.response.status_code", 200L)
        .doesNotContainKeys("error.type", "http.request.resend_count");
  }

  @Test
  void namesSpanByMethod() throws Exception {
    call(ClientCall.of("DELETE", server.uri("/hello")));

    FinishedSpan span = clientSpan();
    assertThat(span.name()).isEqualTo("DELETE");
    assertThat(span.text("http.request.method")).isEqualTo("DELETE");
  }

  @Test
  void recordsUnknownMethodAsOther() throws Exception {
    require(HttpClientCapability.UNKNOWN_METHOD);
    call(ClientCall.of("BREW", server.uri("/hello")));

    FinishedSpan span = clientSpan();
    assertThat(span.name()).isEqualTo("HTTP");
    assertThat(span.attributes())
        .containsEntry("http.request.method", "_OTHER")
        .containsEntry("http.request.method_original", "BREW");
  }

  @Test
  void redactsQueryValues() throws Exception {
    configure("clew.http.query.allowed", "page");
    get("/hello?page=2&token=s3cret");

    assertThat(clientSpan().text("url.full"))
        .isEqualTo(server.uri("/hello?page=2&token=REDACTED").toString());
  }

  @Test
  void redactsCredentials() throws Exception {
    require(HttpClientCapability.CREDENTIALS);
    call(
        ClientCall.of(
            "GET", URI.create("http://ann:s3cret@127.0.0.1:" + server.port() + "/hello")));

    FinishedSpan span = clientSpan();
    assertThat(span.attributes().toString()).doesNotContain("s3cret").doesNotContain("ann");
    assertThat(span.text("server.address")).isEqualTo("127.0.0.1");
  }

  @Test
  void recordsHeadersThatAreNamedAndNoOthers() throws Exception {
    tracing.configure(
        Map.of(
            "otel.instrumentation.http.client.capture-request-headers", "X-Tenant",
            "otel.instrumentation.http.client.capture-response-headers", "X-Answer"));
    call(ClientCall.of("GET", server.uri("/hello")).with("X-Tenant", "blue"));

    assertThat(clientSpan().attributes())
        .containsEntry("http.request.header.x-tenant", List.of("blue"))
        .containsEntry("http.response.header.x-answer", List.of("42"));
  }

  @Test
  void recordsNoHeadersUnasked() throws Exception {
    call(ClientCall.of("GET", server.uri("/hello")).with("Authorization", "Bearer s3cret"));

    assertThat(clientSpan().attributes().toString()).doesNotContain("s3cret");
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.jaxrs.app.Asking;
import dev.clew.jaxrs.app.StrangeResource;
import dev.clew.testkit.FinishedSpan;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the contract does not ask of JAX-RS. */
public abstract class JaxrsRequests extends JaxrsEvents {

  @ParameterizedTest
  @CsvSource({
    "/nested/poems/books, /app/nested/{shelf}/books",
    "/nested/poems/maps, /app/nested/{shelf}/maps",
    "/strange/inherited/12, /app/strange/inherited/{id}",
    "/strange/gone, /app/strange/gone"
  })
  void routeIsWhatTheAnnotationsSay(String path, String route) throws Exception {
    ask(path);

    FinishedSpan server = tracing.takeOne();
    assertThat(server.text("http.route")).isEqualTo(route);
    assertThat(server.name()).isEqualTo("GET " + route);
  }

  @Test
  void routeOfSubResourcesOfSubResourcesIsWhole() throws Exception {
    ask("/nested/poems/maps/7/8");

    tracing.take("item");
    assertThat(tracing.takeOne().text("http.route"))
        .isEqualTo("/app/nested/{shelf}/maps/{id}/{id}");
  }

  @Test
  void tellsWhichMethodHandlesTheRequest() throws Exception {
    ask("/strange/untraced/but-this");

    assertThat(tracing.takeOne().text("code.function.name"))
        .isEqualTo(StrangeResource.class.getName() + ".traced");
  }

  @Test
  void endpointThatIsNotTracedStartsNoSpanAndForgetsItsCaller() throws Exception {
    Asking.get(
        base(),
        "/strange/untraced/7",
        "traceparent",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

    assertThat(tracing.takeOne().isRoot()).isTrue();
  }

  @Test
  void usesNameThatTheApplicationChooses() throws Exception {
    ask("/strange/named");

    FinishedSpan server = tracing.takeOne();
    assertThat(server.name()).isEqualTo("a name of one's own");
    assertThat(server.text("http.route")).isEqualTo("/app/strange/named");
  }

  @ParameterizedTest
  @CsvSource({
    "class-method, GET:dev.clew.jaxrs.app.StrangeResource.inherited",
    "http-path, GET:/strange/inherited/{id}"
  })
  void namesAsMicroProfileOpenTracingDid(String provider, String name) throws Exception {
    tracing.configure(Map.of("mp.opentracing.server.operation-name-provider", provider));
    ask("/strange/inherited/1");

    assertThat(tracing.takeOne().name()).isEqualTo(name);
  }

  @Test
  void takesWebApplicationExceptionForItsStatus() throws Exception {
    ask("/strange/gone");

    FinishedSpan server = tracing.takeOne();
    assertThat(server.attributes()).containsEntry("http.response.status_code", 410L);
    assertThat(server.status()).isEqualTo(StatusCode.UNSET);
    assertThat(server.events()).isEmpty();
  }

  @Test
  void takesErrorForError() throws Exception {
    ask("/strange/error");

    FinishedSpan server = tracing.takeOne();
    assertThat(server.attributes()).containsEntry("http.response.status_code", 500L);
    assertThat(server.status()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void endsThoughNothingCanWriteTheEntity() throws Exception {
    int status = Asking.get(base(), "/strange/unwritable").statusCode();

    assertThat(status).isEqualTo(500);
    assertThat(tracing.takeOne().text("url.path")).isEqualTo("/app/strange/unwritable");
  }

  @Test
  void endsWhenStageCompletes() throws Exception {
    assertThat(ask("/stage")).isEqualTo("stage");

    tracing.take("item");
    assertThat(tracing.takeOne().text("http.route")).isEqualTo("/app/stage");
  }

  @Test
  void endsWhenAsynchronousResponseIsCancelled() throws Exception {
    int status = Asking.get(base(), "/cancelled").statusCode();

    FinishedSpan server = tracing.takeOne();
    assertThat(server.attributes()).containsEntry("http.response.status_code", (long) status);
    assertThat(server.status()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void canBeSwitchedOff() throws Exception {
    tracing.configure(
        Map.of(
            "otel.instrumentation.servlet.enabled", "false",
            "otel.instrumentation.jaxrs.enabled", "false"));

    assertThat(ask("/hello")).isEqualTo("hello");
  }
}

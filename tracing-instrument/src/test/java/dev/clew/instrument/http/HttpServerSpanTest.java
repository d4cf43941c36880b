// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.api.config.Settings;
import dev.clew.instrument.SpanErrors;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerSpanTest {

  private final Recorded recorded = new Recorded();
  private final HttpServerSpan span =
      new HttpServerTracer(recorded.openTelemetry(), Settings.of(Map.of()))
          .start(new TestRequest());

  @Test
  void isNamedByItsLastRoute() {
    span.route("/orders/*");
    span.route("/orders/{id}");
    span.end(null);

    assertThat(recorded.only().getName()).isEqualTo("GET /orders/{id}");
    assertThat(attributes()).containsEntry("http.route", "/orders/{id}");
  }

  @Test
  void keepsTheNameThatTheApplicationHasChosen() {
    span.route("/orders/*");
    span.name("place an order");
    span.route("/orders/{id}");
    span.end(null);

    assertThat(recorded.only().getName()).isEqualTo("place an order");
    assertThat(attributes()).containsEntry("http.route", "/orders/{id}");
  }

  @Test
  void cutsAbsurdRoutesAndNames() {
    span.route("/" + "x".repeat(1 << 20));
    span.end(null);

    assertThat(recorded.only().getName()).hasSizeLessThan(600);
  }

  @Test
  void ignoresRoutesAndNamesThatSayNothing() {
    span.route(null);
    span.route("");
    span.name(null);
    span.name("");
    span.resourceMethod(null, null, null);
    span.error(null);
    span.end(null);

    assertThat(recorded.only().getName()).isEqualTo("GET");
    assertThat(recorded.only().getStatus()).isEqualTo(StatusData.unset());
  }

  @Test
  void tellsWhichMethodHandlesTheRequest() throws NoSuchMethodException {
    span.resourceMethod(String.class, String.class.getMethod("length"), "java.lang.String.length");
    span.end(null);

    assertThat(attributes()).containsEntry("code.function.name", "java.lang.String.length");
  }

  @Test
  void isEnteredByTheFirstCallOfItsHandlerOnly() throws NoSuchMethodException {
    Method length = String.class.getMethod("length");
    assertThat(span.enters("text", length)).isFalse();
    span.resourceMethod(String.class, length, "length");
    assertThat(span.enters("text", String.class.getMethod("hashCode"))).isFalse();
    assertThat(span.enters(new StringBuilder(), length)).isFalse();
    assertThat(span.enters("text", length)).isTrue();
    assertThat(span.enters("text", length)).isFalse();
    span.end(null);
  }

  @Test
  void knowsItsHandlerByAMoreGeneralDeclaration() throws NoSuchMethodException {
    Method general = Comparable.class.getMethod("compareTo", Object.class);
    Method special = String.class.getMethod("compareTo", String.class);
    span.resourceMethod(Comparable.class, general, "general");
    assertThat(span.enters("text", special)).isTrue();
    span.resourceMethod(String.class, special, "special");
    assertThat(span.enters("text", general)).isTrue();
    span.end(null);
  }

  @Test
  void tellsOverloadsOfItsHandlerApart() throws NoSuchMethodException {
    span.resourceMethod(String.class, String.class.getMethod("indexOf", int.class), "indexOf");
    assertThat(span.enters("text", String.class.getMethod("indexOf", String.class))).isFalse();
    span.end(null);
  }

  @Test
  void noSpanIsEntered() throws NoSuchMethodException {
    Method length = String.class.getMethod("length");
    HttpServerSpan.INERT.resourceMethod(String.class, length, "length");
    assertThat(HttpServerSpan.INERT.enters("text", length)).isFalse();
    span.end(null);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 200, 302, 404, 499})
  void takesStatusBelow500ForNoError(int status) {
    span.end(TestResponse.of(status));

    assertThat(attributes()).containsEntry("http.response.status_code", (long) status);
    assertThat(attributes()).doesNotContainKey("error.type");
    assertThat(recorded.only().getStatus()).isEqualTo(StatusData.unset());
  }

  @Test
  void takesStatusFrom500ForError() {
    span.end(TestResponse.of(503));

    assertThat(attributes()).containsEntry("error.type", "503");
    assertThat(recorded.only().getStatus()).isEqualTo(StatusData.error());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 99, 1000})
  void leavesOutStatusThatIsNone(int status) {
    span.end(TestResponse.of(status));

    assertThat(attributes()).doesNotContainKey("http.response.status_code");
  }

  @Test
  void recordsFirstErrorOnly() {
    span.error(new IllegalStateException("first"));
    span.error(new IllegalArgumentException("second"));
    span.end(TestResponse.of(500));

    assertThat(attributes()).containsEntry("error.type", "java.lang.IllegalStateException");
    assertThat(recorded.only().getStatus()).isEqualTo(StatusData.create(StatusCode.ERROR, "first"));
    assertThat(recorded.only().getEvents()).hasSize(1);
  }

  @Test
  void takesSuspectForErrorWhereTheServerAnswersWithOne() {
    span.suspect(new IllegalStateException("unmapped"));
    span.end(TestResponse.of(500));

    assertThat(attributes()).containsEntry("error.type", "java.lang.IllegalStateException");
    assertThat(recorded.only().getEvents()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 404})
  void forgetsSuspectWhereTheAnswerIsNoServerError(int status) {
    span.suspect(new IllegalStateException("made a good answer of"));
    span.end(TestResponse.of(status));

    assertThat(attributes()).doesNotContainKey("error.type");
    assertThat(recorded.only().getEvents()).isEmpty();
  }

  @Test
  void takesSuspectBack() {
    span.suspect(new IllegalStateException("mapped"));
    span.suspect(null);
    span.end(TestResponse.of(503));

    assertThat(attributes()).containsEntry("error.type", "503");
    assertThat(recorded.only().getEvents()).isEmpty();
  }

  @Test
  void recordsWhatFuturesWrap() {
    span.error(new CompletionException(new IllegalStateException("inside")));
    span.end(null);

    assertThat(attributes()).containsEntry("error.type", "java.lang.IllegalStateException");
  }

  @Test
  void leavesStackTraceToTheSpanThatHasItAlready() {
    IllegalStateException error = new IllegalStateException("once");
    Span inner =
        recorded
            .openTelemetry()
            .getTracer("test")
            .spanBuilder("inner")
            .setParent(span.context())
            .startSpan();
    SpanErrors.record(inner, error);
    inner.end();
    span.error(error);
    span.end(null);

    assertThat(recorded.spans()).hasSize(2);
    assertThat(recorded.spans().get(0).getEvents()).hasSize(1);
    assertThat(recorded.spans().get(1).getEvents()).isEmpty();
    assertThat(recorded.spans().get(1).getStatus())
        .isEqualTo(StatusData.create(StatusCode.ERROR, "once"));
  }

  @Test
  void survivesExceptionsThatThrow() {
    span.error(
        new RuntimeException() {
          private static final long serialVersionUID = 1L;

          @Override
          public String getMessage() {
            throw new IllegalStateException("unspeakable");
          }
        });
    span.end(TestResponse.of(500));

    assertThat(recorded.only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void ignoresWhatIsSaidAfterTheEnd() {
    span.end(TestResponse.of(200));
    span.error(new IllegalStateException());
    span.route("/late");
    span.end(TestResponse.of(500));

    SpanData only = recorded.only();
    assertThat(only.getName()).isEqualTo("GET");
    assertThat(only.getStatus()).isEqualTo(StatusData.unset());
    assertThat(span.isRecording()).isFalse();
  }

  @Test
  void endsOnceWhoeverEndsItAtTheSameTime() throws Exception {
    int threads = 8;
    CyclicBarrier together = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    for (int i = 0; i < threads; i++) {
      pool.submit(
          () -> {
            together.await();
            span.end(TestResponse.of(200));
            return null;
          });
    }
    pool.shutdown();

    assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertThat(recorded.spans()).hasSize(1);
  }

  @Test
  void survivesResponseThatThrows() {
    span.end(
        new HttpServerResponse() {
          @Override
          public int status() {
            throw new StackOverflowError();
          }

          @Override
          public List<String> headers(String name) {
            throw new StackOverflowError();
          }
        });

    assertThat(recorded.spans()).hasSize(1);
  }

  @Test
  void isFoundInItsContext() {
    try (Scope scope = span.makeCurrent()) {
      assertThat(scope).isNotNull();
      assertThat(HttpServerSpan.current()).isSameAs(span);
    }
    assertThat(HttpServerSpan.current().isInert()).isTrue();
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void doesNothingWhereThereIsNone() {
    HttpServerSpan none = HttpServerSpan.current();
    none.route("/x");
    none.name("x");
    none.error(new IllegalStateException());
    none.makeCurrent().close();
    none.end(TestResponse.of(200));

    assertThat(none.context()).isSameAs(Context.current());
    assertThat(none.isRecording()).isFalse();
  }

  private Map<String, Object> attributes() {
    return HttpServerTracerTest.attributes(recorded.only());
  }
}

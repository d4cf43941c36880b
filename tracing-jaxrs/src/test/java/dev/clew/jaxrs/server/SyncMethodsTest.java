// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncMethodsTest {

  @ParameterizedTest
  @ValueSource(strings = {"text", "nothing", "number", "array"})
  void answersAreThereWhenTheMethodReturns(String method) {
    assertThat(isSync(method)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"suspended", "events", "stage", "future", "publisher"})
  void answersMayComeLater(String method) {
    assertThat(isSync(method)).isFalse();
  }

  private static boolean isSync(String name) {
    return Arrays.stream(Resource.class.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .allMatch(SyncMethods::contains);
  }

  /** Resource methods of every kind. */
  interface Resource {
    String text(String id);

    void nothing();

    int number();

    byte[] array();

    void suspended(AsyncResponse response);

    void events(SseEventSink sink);

    CompletionStage<String> stage();

    CompletableFuture<String> future();

    Flow.Publisher<String> publisher();
  }
}

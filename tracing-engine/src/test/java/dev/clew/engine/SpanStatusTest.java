// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static io.opentelemetry.api.trace.StatusCode.ERROR;
import static io.opentelemetry.api.trace.StatusCode.OK;
import static io.opentelemetry.api.trace.StatusCode.UNSET;
import static io.opentelemetry.proto.trace.v1.Status.StatusCode.STATUS_CODE_ERROR;
import static io.opentelemetry.proto.trace.v1.Status.StatusCode.STATUS_CODE_OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanStatusTest {

  private final TestEngine engine = new TestEngine(Map.of());
  private final Span span = engine.span("s");

  @Test
  void itIsUnsetUnlessItWasSet() {
    span.end();

    assertThat(engine.sink.only().hasStatus()).isFalse();
  }

  @Test
  void anErrorHasADescription() {
    span.setStatus(ERROR, "broken");

    assertThat(status()).isEqualTo(status(STATUS_CODE_ERROR, "broken"));
  }

  @Test
  void onlyAnErrorHasADescription() {
    span.setStatus(OK, "fine");

    assertThat(status()).isEqualTo(status(STATUS_CODE_OK, ""));
  }

  @Test
  void okIsFinal() {
    span.setStatus(ERROR, "broken").setStatus(OK).setStatus(ERROR, "broken again");

    assertThat(status()).isEqualTo(status(STATUS_CODE_OK, ""));
  }

  @Test
  void theLastErrorWins() {
    span.setStatus(ERROR, "first").setStatus(ERROR, "second").setStatus(ERROR);

    assertThat(status()).isEqualTo(status(STATUS_CODE_ERROR, ""));
  }

  @Test
  void whatWasSetIsNotUnset() {
    span.setStatus(ERROR, "broken").setStatus(UNSET);

    assertThat(status()).isEqualTo(status(STATUS_CODE_ERROR, "broken"));
  }

  private Status status() {
    span.end();
    return engine.sink.only().getStatus();
  }

  private static Status status(Status.StatusCode code, String message) {
    return Status.newBuilder().setCode(code).setMessage(message).build();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EncoderPoolTest {

  private final EncoderPool pool = new EncoderPool();

  @Test
  void anEncoderThatWasGivenBackIsTakenAgain() {
    SpanEncoder encoder = pool.take();
    pool.give(encoder);

    assertThat(pool.take()).isSameAs(encoder);
  }

  @Test
  void anEncoderIsNeverTakenTwiceAtOnce() {
    assertThat(pool.take()).isNotSameAs(pool.take());
  }

  @Test
  void aBufferThatAHugeSpanNeededIsNotKept() {
    RecordingSpan span = (RecordingSpan) new TestEngine(Map.of()).span("s");
    for (int i = 0; i < 10; i++) {
      span.setAttribute("k" + i, "x".repeat(20_000));
    }
    SpanEncoder encoder = pool.take();
    encoder.encode(span, span, ManualClock.START, 1 << 20);
    pool.give(encoder);

    assertThat(pool.take()).isNotSameAs(encoder);
  }

  @Test
  void aThreadThatRefusesToSayItsIdLosesNoSpan() throws Exception {
    TestEngine engine = new TestEngine(Map.of());
    Thread thread =
        new Thread(() -> engine.span("s").end()) {
          @Override
          public long getId() {
            throw new UnsupportedOperationException();
          }
        };
    thread.start();
    thread.join();

    assertThat(engine.sink.only().getName()).isEqualTo("s");
    assertThat(engine.problems).isEmpty();
  }
}

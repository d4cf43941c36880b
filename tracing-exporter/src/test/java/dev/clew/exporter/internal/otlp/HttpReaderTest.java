// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpReaderTest {

  private static final String PLAIN =
      "HTTP/1.1 503 Busy\r\nRetry-After: 7\r\nContent-Length: 5\r\n\r\nhello";
  private static final String CHUNKED =
      "HTTP/1.1 200\r\nTransfer-Encoding: gzip, Chunked\r\n\r\n3;a=b\r\nhel\r\n2\r\nlo\r\n0\r\nX: y\r\n\r\n";
  private static final String INTERIM =
      "HTTP/1.1 103 Early Hints\r\nRetry-After: 9\r\n\r\n" + PLAIN;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 1000})
  void readsAnAnswerWhateverThePiecesItComesIn(int piece) throws IOException {
    for (String text : List.of(PLAIN, CHUNKED, INTERIM)) {
      HttpAnswer answer = read(bytes(text), piece);

      assertThat(answer.status()).isEqualTo(text.equals(CHUNKED) ? 200 : 503);
      assertThat(answer.retryAfter()).isEqualTo(text.equals(CHUNKED) ? null : "7");
      assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
      assertThat(answer.keep()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nConnection: Close\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\nup to the end",
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nHTTP/1.1 200 OK and more",
      })
  void doesNotUseTheConnectionAgainWhereItsStateIsInDoubt(String text) throws IOException {
    HttpAnswer answer = read(bytes(text), 1000);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.keep()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "HTTP/1.1 200", "HTTP/2 200 OK\r\n\r\n", "HTTP/1.1 999 X\r\n\r\n", "\r\n\r\n"})
  void whatIsNoAnswerIsAnError(String text) {
    assertThatThrownBy(() -> read(bytes(text), 1000)).isInstanceOf(IOException.class);
  }

  @Test
  void damagedAnswersAreAnswersOrInputOutputExceptions() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 100_000; i++) {
      byte[] damaged = bytes(List.of(PLAIN, CHUNKED, INTERIM).get(i % 3));
      for (int j = random.nextInt(4); j >= 0; j--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      byte[] cut = Arrays.copyOf(damaged, random.nextInt(damaged.length + 1));
      try {
        HttpAnswer answer = read(cut, 1 + random.nextInt(20));
        assertThat(answer.status()).isBetween(200, 599);
      } catch (IOException refused) {
        assertThat(refused).hasMessageMatching("(?s)not an HTTP answer.*|closed before.*");
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static HttpAnswer read(byte[] bytes, int piece) throws IOException {
    return new HttpReader(new Script(ByteBuffer.wrap(bytes), piece)).read();
  }

  /** A wire that says what was written down, so many bytes at a time. */
  private record Script(ByteBuffer text, int piece) implements Wire {

    @Override
    public void deadline(long nanos) {}

    @Override
    public int read(ByteBuffer into) {
      int count = Math.min(piece, Math.min(text.remaining(), into.remaining()));
      for (int i = 0; i < count; i++) {
        into.put(text.get());
      }
      return count == 0 ? -1 : count;
    }

    @Override
    public void write(ByteBuffer from) {}

    @Override
    public boolean isIdle() {
      return false;
    }

    @Override
    public void close() {}
  }
}

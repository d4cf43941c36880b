// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.console.Requests;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Requests with some bytes changed, cut out, or put in: each is either refused, or read as
 * something that can be written to the log and read again. Nothing else is ever thrown. The seed is
 * fixed; a longer run is {@code -Dclew.fuzz.rounds=10000000}.
 */
class EncodingFuzzTest {

  private static final int ROUNDS = Integer.getInteger("clew.fuzz.rounds", 30_000);

  private final Random random = new Random(4318);

  @ParameterizedTest
  @EnumSource
  void brokenRequestsAreRefusedOrRead(Encoding encoding) throws Exception {
    byte[] sound = encoding.write(request());
    int read = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] broken = broken(sound);
      try {
        ExportTraceServiceRequest request = encoding.read(broken);
        assertThat(Encoding.PROTOBUF.read(request.toByteArray())).isEqualTo(request);
        read++;
      } catch (MalformedException refused) {
        assertThat(refused).hasMessageStartingWith("not OTLP as " + encoding.mediaType());
      }
    }
    assertThat(read).isBetween(1, ROUNDS - 1);
  }

  private static ExportTraceServiceRequest request() {
    return Requests.of(
        "shop",
        Requests.span(1, 2).addAttributes(Requests.text("http.route", "/orders/{id}")).build(),
        Requests.span(1, 3)
            .setParentSpanId(Requests.id(2))
            .addAttributes(Requests.number("http.response.status_code", 200))
            .build());
  }

  private byte[] broken(byte[] sound) {
    byte[] bytes = sound.clone();
    for (int changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 0; changes--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt();
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes = Arrays.copyOf(bytes, at);
        default -> bytes = doubled(bytes, at, Math.min(bytes.length, at + random.nextInt(32)));
      }
    }
    return bytes;
  }

  private static byte[] doubled(byte[] bytes, int from, int to) {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + to - from);
    System.arraycopy(bytes, from, longer, to, bytes.length - from);
    return longer;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;

/**
 * A record of Kinesis with headers in front of its data, as producers with {@code
 * clew.aws.kinesis.envelope} write it: the line {@code clew-trace/1}, a line {@code name: value}
 * for each header, and an empty line, all in ASCII and ended by a line feed; then the data as it
 * was. Immutable.
 */
public final class KinesisEnvelope {

  private static final String FIRST_LINE = "clew-trace/1\n";
  private static final byte[] MAGIC = FIRST_LINE.getBytes(StandardCharsets.US_ASCII);

  /** Headers are not looked for behind so many bytes. */
  private static final int MAX_HEADERS = 16 * 1024;

  private final SdkBytes data;
  private final Map<String, String> headers;

  private KinesisEnvelope(SdkBytes data, Map<String, String> headers) {
    this.data = data;
    this.headers = headers;
  }

  /** Takes a record's data apart; one that nobody has wrapped has no headers. */
  public static KinesisEnvelope open(SdkBytes record) {
    byte[] bytes = record.asByteArrayUnsafe();
    int end = isWrapped(bytes) ? endOfHeaders(bytes) : -1;
    if (end < 0) {
      return new KinesisEnvelope(record, Map.of());
    }
    Map<String, String> headers = new LinkedHashMap<>();
    String lines = new String(bytes, MAGIC.length, end - MAGIC.length, StandardCharsets.US_ASCII);
    for (String line : lines.split("\n")) {
      int colon = line.indexOf(": ");
      if (colon > 0) {
        headers.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    int start = end + 1;
    byte[] own = new byte[bytes.length - start];
    System.arraycopy(bytes, start, own, 0, own.length);
    return new KinesisEnvelope(SdkBytes.fromByteArrayUnsafe(own), Map.copyOf(headers));
  }

  /** The data as the producer gave it. */
  public SdkBytes data() {
    return data;
  }

  /** The headers by their names, such as {@code traceparent}; none where nobody has put any. */
  public Map<String, String> headers() {
    return headers;
  }

  /** What stands in front of the data, in bytes. */
  static byte[] head(Map<String, String> headers) {
    StringBuilder head = new StringBuilder(FIRST_LINE);
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append('\n'));
    return head.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** Data behind a head; one that has one already stays as it is. */
  static SdkBytes wrapped(byte[] head, SdkBytes data) {
    byte[] own = data.asByteArrayUnsafe();
    if (isWrapped(own)) {
      return data;
    }
    byte[] all = new byte[head.length + own.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(own, 0, all, head.length, own.length);
    return SdkBytes.fromByteArrayUnsafe(all);
  }

  private static boolean isWrapped(byte[] bytes) {
    return bytes.length > MAGIC.length
        && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /** Where the empty line's line feed stands; negative where there is none. */
  private static int endOfHeaders(byte[] bytes) {
    int limit = Math.min(bytes.length, MAX_HEADERS);
    for (int i = MAGIC.length; i < limit; i++) {
      if (bytes[i] == '\n' && bytes[i - 1] == '\n') {
        return i;
      }
    }
    return -1;
  }
}

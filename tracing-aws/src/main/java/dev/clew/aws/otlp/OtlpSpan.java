// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.otlp;

import dev.clew.exporter.sender.ProtoReader;
import java.util.List;
import java.util.Map;

/**
 * A finished span as it was encoded, read. Values of attributes are {@link String}, {@link
 * Boolean}, {@link Long}, {@link Double}, {@code byte[]}, lists and maps of these. Immutable, but
 * for arrays.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 * @param parentId 16 hexadecimal digits; empty for a root
 * @param kind as OTLP has it: 1 internal, 2 server, 3 client, 4 producer, 5 consumer
 * @param start nanoseconds since 1970
 * @param end nanoseconds since 1970
 * @param status as OTLP has it: 0 unset, 1 ok, 2 error
 */
public record OtlpSpan(
    String traceId,
    String spanId,
    String parentId,
    String name,
    int kind,
    long start,
    long end,
    Map<String, Object> attributes,
    List<Event> events,
    List<Link> links,
    int status,
    String statusMessage) {

  /** {@code SPAN_KIND_SERVER}. */
  public static final int SERVER = 2;

  /** {@code SPAN_KIND_CLIENT}. */
  public static final int CLIENT = 3;

  /** {@code SPAN_KIND_PRODUCER}. */
  public static final int PRODUCER = 4;

  /** {@code SPAN_KIND_CONSUMER}. */
  public static final int CONSUMER = 5;

  /** {@code STATUS_CODE_ERROR}. */
  public static final int ERROR = 2;

  /**
   * Something that happened within it.
   *
   * @param time nanoseconds since 1970
   */
  public record Event(long time, String name, Map<String, Object> attributes) {}

  /** Another span that it has to do with. */
  public record Link(String traceId, String spanId, Map<String, Object> attributes) {}

  /**
   * Reads the body of an OTLP {@code Span}.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static OtlpSpan read(byte[] bytes, int offset, int length) {
    return new SpanReader().read(new ProtoReader(bytes, offset, length));
  }

  /** Whether it has failed. */
  public boolean isError() {
    return status == ERROR;
  }

  /** Whether it has no parent, here or elsewhere. */
  public boolean isRoot() {
    return parentId.isEmpty();
  }
}

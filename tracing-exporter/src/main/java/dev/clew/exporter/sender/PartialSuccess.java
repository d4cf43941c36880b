// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.sender;

/**
 * The field {@code partial_success} of an {@code ExportTraceServiceResponse}, for all who send
 * OTLP.
 */
public final class PartialSuccess {

  private static final int PARTIAL_SUCCESS = 1;
  private static final int REJECTED_SPANS = 1;
  private static final int ERROR_MESSAGE = 2;

  private PartialSuccess() {}

  /** What a response says; success where all is well, or where it is no such response. */
  public static SendResult in(byte[] response) {
    SendResult found = SendResult.success();
    try {
      ProtoReader fields = new ProtoReader(response);
      while (fields.next()) {
        if (fields.is(PARTIAL_SUCCESS)) {
          found = read(fields.message());
        }
      }
      return found;
    } catch (IllegalArgumentException otherThing) {
      return SendResult.success();
    }
  }

  private static SendResult read(ProtoReader fields) {
    long rejected = 0;
    String message = "";
    while (fields.next()) {
      if (fields.field() == REJECTED_SPANS) {
        rejected = fields.bits();
      } else if (fields.is(ERROR_MESSAGE)) {
        message = fields.text();
      }
    }
    boolean says = rejected > 0 || !message.isEmpty();
    return says ? SendResult.partial(rejected, message) : SendResult.success();
  }
}

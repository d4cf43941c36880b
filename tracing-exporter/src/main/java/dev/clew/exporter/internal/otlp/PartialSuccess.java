// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.otlp;

import dev.clew.exporter.internal.proto.ProtoReader;
import java.util.Optional;

/** The field {@code partial_success} of an {@code ExportTraceServiceResponse}. */
record PartialSuccess(long rejected, String message) {

  private static final int PARTIAL_SUCCESS = 1;
  private static final int REJECTED_SPANS = 1;
  private static final int ERROR_MESSAGE = 2;

  /** What a response says; empty where all is well, or where it is no such response. */
  static Optional<PartialSuccess> in(byte[] response) {
    try {
      ProtoReader fields = new ProtoReader(response);
      Optional<PartialSuccess> found = Optional.empty();
      while (fields.next()) {
        if (fields.is(PARTIAL_SUCCESS)) {
          found = read(fields.message());
        }
      }
      return found;
    } catch (IllegalArgumentException otherThing) {
      return Optional.empty();
    }
  }

  private static Optional<PartialSuccess> read(ProtoReader fields) {
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
    return says ? Optional.of(new PartialSuccess(rejected, message)) : Optional.empty();
  }
}

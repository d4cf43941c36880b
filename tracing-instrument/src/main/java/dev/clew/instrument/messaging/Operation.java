// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.messaging;

import io.opentelemetry.api.trace.SpanKind;

/** What is done with a message; name and type are the same word in these. */
enum Operation {
  SEND("send", SpanKind.PRODUCER),
  RECEIVE("receive", SpanKind.CLIENT),
  PROCESS("process", SpanKind.CONSUMER);

  private final String text;
  private final SpanKind kind;

  Operation(String text, SpanKind kind) {
    this.text = text;
    this.kind = kind;
  }

  String text() {
    return text;
  }

  SpanKind kind() {
    return kind;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine.propagation;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import io.opentelemetry.context.Context;
import java.util.SplittableRandom;

/** Makes contexts of which every format of a group can carry everything. */
final class FuzzContext {

  private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789";

  private final SplittableRandom random;

  FuzzContext(SplittableRandom random) {
    this.random = random;
  }

  /** A remote parent that every format can carry: sampled or not, without a trace state. */
  Context plain() {
    return span(random.nextBoolean() ? 1 : 0, TraceState.getDefault());
  }

  /** A remote parent as W3C Trace Context carries it, and baggage as W3C Baggage does. */
  Context rich() {
    TraceStateBuilder state = TraceStateReader.read("a=1").toBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      state.put(text(1 + random.nextInt(8), KEY) + "@", text(1 + random.nextInt(8), KEY));
    }
    BaggageBuilder baggage = Baggage.builder();
    for (int i = random.nextInt(8); i > 0; i--) {
      String metadata = random.nextBoolean() ? "" : "p=" + text(3, KEY) + ";q";
      baggage.put(text(4, KEY), value(), BaggageEntryMetadata.create(metadata));
    }
    return span(random.nextInt(4), state.build()).with(baggage.build());
  }

  private Context span(int flags, TraceState state) {
    return Context.root()
        .with(
            Span.wrap(
                SpanContext.createFromRemoteParent(
                    TraceId.fromLongs(random.nextLong(), 1 | random.nextLong()),
                    SpanId.fromLong(1 | random.nextLong()),
                    TraceFlags.fromByte((byte) flags),
                    state)));
  }

  private String text(int length, String characters) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(characters.charAt(random.nextInt(characters.length())));
    }
    return text.toString();
  }

  /** Any text of whole characters: half a surrogate pair cannot be sent. */
  private String value() {
    StringBuilder value = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      int c = random.nextInt(random.nextBoolean() ? 0x80 : Character.MAX_CODE_POINT + 1);
      value.appendCodePoint(c >= 0xd800 && c < 0xe000 ? ',' : c);
    }
    return value.toString();
  }
}

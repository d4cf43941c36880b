// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import org.junit.jupiter.api.Test;

class ClewSpanContextTest {

  private static final String TRACE_ID = "8af7651916cd43dd8448eb211c80319c";
  private static final String SPAN_ID = "f7ad6b7169203331";
  private static final TraceState STATE = TraceState.builder().put("a", "1").build();
  private static final SpanContext OTHERS =
      SpanContext.createFromRemoteParent(TRACE_ID, SPAN_ID, TraceFlags.fromByte((byte) 3), STATE);

  private final ClewSpanContext context = ClewSpanContext.of(OTHERS);

  @Test
  void itSaysWhatTheOtherSays() {
    assertThat(context.getTraceId()).isEqualTo(TRACE_ID);
    assertThat(context.getSpanId()).isEqualTo(SPAN_ID);
    assertThat(context.getTraceIdBytes()).isEqualTo(OTHERS.getTraceIdBytes());
    assertThat(context.getSpanIdBytes()).isEqualTo(OTHERS.getSpanIdBytes());
    assertThat(context.getTraceFlags()).isEqualTo(OTHERS.getTraceFlags());
    assertThat(context.getTraceState()).isEqualTo(STATE);
    assertThat(context.isSampled()).isTrue();
    assertThat(context.isRemote()).isTrue();
    assertThat(context.isValid()).isTrue();
    assertThat(context.toString()).contains(TRACE_ID, SPAN_ID);
  }

  @Test
  void textOfTheTraceIdIsMadeOnce() {
    assertThat(context.getTraceId()).isSameAs(context.getTraceId());
  }

  @Test
  void textOfTheTraceIdIsMadeOnceForAParentAndItsChildren() {
    ClewSpanContext early = ClewSpanContext.child(context, 5, (byte) 1, STATE);
    String text = context.getTraceId();
    ClewSpanContext late = ClewSpanContext.child(context, 6, (byte) 1, STATE);
    assertThat(late.getTraceId()).isSameAs(text);
    assertThat(early.getTraceId()).isEqualTo(text);
    assertThat(late.getSpanId()).isEqualTo("0000000000000006");
    assertThat(late.isRemote()).isFalse();
  }

  @Test
  void equalContextsAreEqual() {
    assertThat(context)
        .isEqualTo(ClewSpanContext.of(OTHERS))
        .hasSameHashCodeAs(ClewSpanContext.of(OTHERS));
    assertThat(context)
        .isNotEqualTo(ClewSpanContext.local(1, 2, 3, (byte) 1, TraceState.getDefault()));
  }

  @Test
  void whatIsNotValidIsNoContext() {
    assertThat(ClewSpanContext.of(null)).isNull();
    assertThat(ClewSpanContext.of(SpanContext.getInvalid())).isNull();
  }

  @Test
  void oursIsTakenAsItIs() {
    assertThat(ClewSpanContext.of(context)).isSameAs(context);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.websocket;

import io.opentelemetry.api.trace.SpanKind;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;

/** Why a method of an endpoint is called. */
enum Occasion {
  OPEN(OnOpen.class, SpanKind.INTERNAL),
  MESSAGE(OnMessage.class, SpanKind.CONSUMER),
  CLOSE(OnClose.class, SpanKind.CONSUMER),
  ERROR(OnError.class, SpanKind.INTERNAL);

  private final Class<? extends Annotation> annotation;
  private final SpanKind kind;

  /**
   * An occasion.
   *
   * @param kind that of what the peer sends and does not wait for, or of what the server tells
   */
  Occasion(Class<? extends Annotation> annotation, SpanKind kind) {
    this.annotation = annotation;
    this.kind = kind;
  }

  /** {@code null} for a method that no occasion calls. */
  static Occasion of(Method method) {
    for (Occasion occasion : values()) {
      if (method.isAnnotationPresent(occasion.annotation)) {
        return occasion;
      }
    }
    return null;
  }

  SpanKind kind() {
    return kind;
  }
}

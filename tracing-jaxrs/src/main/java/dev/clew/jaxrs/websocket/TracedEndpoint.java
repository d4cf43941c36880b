// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.websocket;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Put on the methods of WebSocket endpoints by {@link WebSocketExtension}. Not for applications:
 * public because containers look into bindings.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
public @interface TracedEndpoint {

  /** An instance. */
  final class Literal extends AnnotationLiteral<TracedEndpoint> implements TracedEndpoint {

    static final Literal INSTANCE = new Literal();

    private static final long serialVersionUID = 1L;

    private Literal() {}
  }
}

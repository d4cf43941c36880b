// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs;

import dev.clew.api.config.Option;
import java.util.List;

/** What can be configured of how HTTP is traced. */
public final class JaxrsOptions {

  /** How server spans are named. */
  public enum OperationName {
    /** Method and route, as the semantic conventions say. */
    ROUTE,
    /** As in {@code GET:com.example.Orders.find}. */
    CLASS_METHOD,
    /** As in {@code GET:/orders/{id}}. */
    HTTP_PATH
  }

  /** Whether requests to servlets get a server span. */
  public static final Option<Boolean> SERVLET_ENABLED =
      Option.flag("otel.instrumentation.servlet.enabled", true);

  /** Whether JAX-RS names server spans by resource, and starts them where there are no servlets. */
  public static final Option<Boolean> JAXRS_ENABLED =
      Option.flag("otel.instrumentation.jaxrs.enabled", true);

  /**
   * Whether requests of JAX-RS clients and MicroProfile REST clients get a client span and carry
   * the trace on.
   */
  public static final Option<Boolean> JAXRS_CLIENT_ENABLED =
      Option.flag("otel.instrumentation.jaxrs-client.enabled", true);

  /**
   * Whether each message that a WebSocket endpoint handles, and the opening and closing of its
   * connections, get a span.
   */
  public static final Option<Boolean> WEBSOCKET_ENABLED =
      Option.flag("otel.instrumentation.websocket.enabled", true);

  /** Whether each server-sent event that a JAX-RS resource sends gets a span. */
  public static final Option<Boolean> SSE_ENABLED =
      Option.flag("otel.instrumentation.sse.enabled", true);

  /**
   * How server spans of JAX-RS resources are named, as in MicroProfile OpenTracing; by method and
   * route where not set.
   */
  public static final Option<OperationName> OPERATION_NAME =
      Option.of(
          "mp.opentracing.server.operation-name-provider",
          "",
          "class-method, http-path, or nothing",
          JaxrsOptions::operationName);

  private JaxrsOptions() {}

  /** All of them, in the order in which they are documented. */
  public static List<Option<?>> all() {
    return List.of(
        SERVLET_ENABLED,
        JAXRS_ENABLED,
        JAXRS_CLIENT_ENABLED,
        WEBSOCKET_ENABLED,
        SSE_ENABLED,
        OPERATION_NAME);
  }

  private static OperationName operationName(String text) {
    return switch (text) {
      case "" -> OperationName.ROUTE;
      case "class-method" -> OperationName.CLASS_METHOD;
      case "http-path" -> OperationName.HTTP_PATH;
      default -> throw new IllegalArgumentException(text);
    };
  }
}

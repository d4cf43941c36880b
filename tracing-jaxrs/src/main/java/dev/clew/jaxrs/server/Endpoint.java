// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import dev.clew.api.Traced;
import dev.clew.jaxrs.internal.PathTemplate;
import dev.clew.jaxrs.sse.EventStream;
import java.lang.reflect.Method;

/**
 * A resource method, read once when JAX-RS configures it.
 *
 * @param type the resource's class
 * @param httpMethod as in {@code GET}; never {@code null}
 * @param classPath the class's own template; {@code null} where it is reached by locators only
 * @param methodPath the method's own template; may be {@code null}
 * @param traced whether requests to it are
 * @param operationName the span's name as the application wants it; empty for the usual one
 * @param functionName the method's, with its class
 */
record Endpoint(
    Class<?> type,
    Method method,
    String httpMethod,
    String classPath,
    String methodPath,
    boolean traced,
    String operationName,
    String functionName) {

  /** {@code null} for what is no endpoint, such as a sub-resource locator. */
  static Endpoint of(Class<?> type, Method method) {
    String httpMethod =
        type == null || method == null ? null : Annotations.httpMethod(type, method);
    if (httpMethod == null) {
      return null;
    }
    Traced traced = Annotations.traced(type, method);
    return new Endpoint(
        type,
        method,
        httpMethod,
        Annotations.path(type),
        Annotations.path(type, method),
        traced == null || traced.value(),
        traced == null ? "" : traced.operationName(),
        type.getName() + '.' + method.getName());
  }

  /** What it sends events through, if it is given a sink for them; {@code null} if it is not. */
  EventStream events() {
    return EventStream.isGivenTo(method) ? new EventStream(type, method, template().text()) : null;
  }

  /** Whether requests can reach it without a locator. */
  boolean isRoot() {
    return classPath != null;
  }

  /** The template from the application's root on, where no locator leads to it. */
  PathTemplate template() {
    return PathTemplate.of(classPath, methodPath);
  }
}

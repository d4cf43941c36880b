// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import dev.clew.instrument.Guard;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;

/** What must be known of a request before its span starts. */
final class RequestLine {

  private final Methods.Known method;
  private final String original;
  private final String path;

  /**
   * @param method as spans have it
   * @param original as the request has it; may be {@code null}
   * @param path without matrix parameters; {@code null} where not known
   */
  RequestLine(Methods.Known method, String original, String path) {
    this.method = method;
    this.original = original;
    this.path = path;
  }

  Methods.Known method() {
    return method;
  }

  String path() {
    return path;
  }

  static RequestLine of(HttpServerRequest request, Methods methods) {
    String original = null;
    String path = null;
    try {
      original = request.method();
      path = request.path();
    } catch (Throwable failure) {
      Guard.failed("read the method and the path of a request", failure);
    }
    return new RequestLine(
        methods.of(original), original, path == null ? null : Redactor.path(path));
  }

  /** For samplers that look at attributes. */
  void describe(SpanBuilder builder) {
    builder.setAttribute(Keys.METHOD, method.value());
    if (path != null) {
      builder.setAttribute(Keys.URL_PATH, path);
    }
  }

  /**
   * Records the rest.
   *
   * @param described whether {@link #describe(SpanBuilder)} has been called
   */
  void describe(Span span, boolean described) {
    if (!described) {
      span.setAttribute(Keys.METHOD, method.value());
      if (path != null) {
        span.setAttribute(Keys.URL_PATH, path);
      }
    }
    if (method.isOther() && original != null) {
      span.setAttribute(Keys.METHOD_ORIGINAL, Cut.to(Cut.METHOD, original));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import java.net.URI;

/**
 * A request as a client is about to send it. Nothing is kept after {@link HttpClientTracer#start}
 * has returned. Whatever a method throws is logged and goes no further. Any result may be {@code
 * null} where it is not known.
 */
public interface HttpClientRequest extends HttpHeaders {

  /** The method as it will be in the request line. */
  String method();

  /** The absolute address. */
  URI uri();

  /** Sets a header, in place of any it has of that name. */
  void setHeader(String name, String value);

  /** How often this request has been sent before: redirects, retries, answers to challenges. */
  default int resendCount() {
    return 0;
  }

  /** The template of the path, as in {@code /orders/{id}}. */
  default String urlTemplate() {
    return null;
  }
}

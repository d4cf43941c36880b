// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

/** A response as a client got it. What a method throws costs the span some attributes only. */
public interface HttpClientResponse extends HttpHeaders {

  /** The status code; 0 or less where not known. */
  int status();

  /** The version as in {@code 1.1} or {@code 2}; {@code null} where not known. */
  String protocolVersion();
}

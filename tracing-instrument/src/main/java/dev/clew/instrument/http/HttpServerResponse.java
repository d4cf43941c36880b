// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

/** A response as a server sends it. What a method throws costs the span some attributes only. */
public interface HttpServerResponse extends HttpHeaders {

  /** The status code; 0 or less where not known. */
  int status();
}

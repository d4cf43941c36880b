// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import java.util.List;

/** A response as a server sends it. What a method throws costs the span some attributes only. */
public interface HttpServerResponse {

  /** The status code; 0 or less where not known. */
  int status();

  /** All values of a header, whatever its case; may be {@code null}. */
  List<String> headers(String name);
}

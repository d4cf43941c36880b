// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import java.util.List;

/** A response as a client got it. What a method throws costs the span some attributes only. */
public interface HttpClientResponse {

  /** The status code; 0 or less where not known. */
  int status();

  /** All values of a header, whatever its case; may be {@code null}. */
  List<String> headers(String name);

  /** The version as in {@code 1.1} or {@code 2}; {@code null} where not known. */
  String protocolVersion();
}

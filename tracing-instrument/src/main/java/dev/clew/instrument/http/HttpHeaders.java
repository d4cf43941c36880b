// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import java.util.List;

/** What requests and responses of both ends have in common. */
public interface HttpHeaders {

  /** All values of a header, whatever its case, in order; may be {@code null} for none. */
  List<String> headers(String name);
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.internal;

import java.util.List;
import java.util.Map;

/** Looks headers up whatever their case: not every map of JAX-RS does so itself. */
public final class HeaderValues {

  private HeaderValues() {}

  /** All values of a header, in order; empty where there is none. */
  public static List<String> of(Map<String, List<String>> headers, String name) {
    List<String> values = headers.get(name);
    if (values != null) {
      return values;
    }
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      if (name.equalsIgnoreCase(header.getKey())) {
        return header.getValue();
      }
    }
    return List.of();
  }
}

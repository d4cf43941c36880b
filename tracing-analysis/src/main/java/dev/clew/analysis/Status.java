// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis;

import java.util.Objects;

/**
 * How a span ended.
 *
 * @param failed whether OTLP's status code is ERROR
 * @param description what the span says of it; empty where it says nothing
 */
public record Status(boolean failed, String description) {

  /** Nothing is known to have failed. */
  public static final Status OK = new Status(false, "");

  /** Checks that nothing is {@code null}. */
  public Status {
    Objects.requireNonNull(description, "description");
  }

  /** It failed. */
  public static Status failed(String description) {
    return new Status(true, description);
  }
}

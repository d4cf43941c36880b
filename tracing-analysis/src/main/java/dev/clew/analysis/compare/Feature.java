// SPDX-License-Identifier: Apache-2.0
package dev.clew.analysis.compare;

import java.util.Comparator;
import java.util.Objects;

/**
 * Something that a trace has or has not.
 *
 * @param service whose it is; empty for attributes of spans, which may come from any
 * @param key the attribute's key, or the operation's name; empty for services
 * @param value the attribute's value as text, or its range where numbers are many; how many calls
 *     there are at least; empty for services, operations and failures
 */
public record Feature(Kind kind, String service, String key, String value)
    implements Comparable<Feature> {

  /** What it is. */
  public enum Kind {
    /** An attribute of a span has a value. */
    ATTRIBUTE,
    /** An attribute of a service's resource has a value, such as its version or instance. */
    RESOURCE,
    /** An operation of a service fails. */
    FAILURE,
    /** An operation of a service runs as many times as the value says, or more often. */
    REPETITION,
    /** An operation of a service runs. */
    OPERATION,
    /** A service takes part. */
    SERVICE
  }

  private static final Comparator<Feature> ORDER =
      Comparator.comparing(Feature::kind)
          .thenComparing(Feature::service)
          .thenComparing(Feature::key)
          .thenComparing(Feature::value);

  /** Checks that nothing is {@code null}. */
  public Feature {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
  }

  @Override
  public int compareTo(Feature other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return switch (kind) {
      case ATTRIBUTE -> key + " = " + value;
      case RESOURCE -> service + ": " + key + " = " + value;
      case FAILURE -> service + ": " + key + " fails";
      case REPETITION -> service + ": " + key + " runs " + value + " times or more";
      case OPERATION -> service + ": " + key;
      case SERVICE -> service;
    };
  }
}

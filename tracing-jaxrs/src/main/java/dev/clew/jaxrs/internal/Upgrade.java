// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.internal;

import dev.clew.instrument.stream.Opening;

/**
 * A request that has been answered with 101, and whose connection nobody has claimed yet. Immutable
 * and equal only to itself.
 */
public final class Upgrade {

  private final String uri;
  private final String route;
  private final Opening opening;
  private final long since;

  /**
   * An upgrade.
   *
   * @param uri the path as the client sent it
   * @param since nanoseconds of some clock
   */
  Upgrade(String uri, String route, Opening opening, long since) {
    this.uri = uri;
    this.route = route;
    this.opening = opening;
    this.since = since;
  }

  long since() {
    return since;
  }

  String uri() {
    return uri;
  }

  /** The template of the endpoint that it reaches; {@code null} where none is known. */
  public String route() {
    return route;
  }

  /** What is to be known of the request. */
  public Opening opening() {
    return opening;
  }
}

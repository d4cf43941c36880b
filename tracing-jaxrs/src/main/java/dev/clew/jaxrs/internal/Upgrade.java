// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.internal;

import dev.clew.instrument.stream.Opening;

/**
 * A request that has been answered with 101, and whose connection nobody has claimed yet.
 *
 * @param thread the id of the thread that has handled it
 * @param uri the path as the client sent it
 * @param route the template of the endpoint that it reaches; {@code null} where none is known
 */
public record Upgrade(long thread, String uri, String route, Opening opening) {}

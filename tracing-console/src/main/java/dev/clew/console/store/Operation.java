// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store;

/**
 * What a service does.
 *
 * @param name the name of its spans
 * @param kind of its spans: internal, server, client, producer, consumer or unspecified
 */
public record Operation(String name, String kind) {}

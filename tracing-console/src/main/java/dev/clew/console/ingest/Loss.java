// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

/**
 * What an instance of a service says that it has lost before it could be sent.
 *
 * @param instance its {@code service.instance.id}; empty where it has none
 * @param spans since that instance started
 */
public record Loss(String service, String instance, long spans) {}

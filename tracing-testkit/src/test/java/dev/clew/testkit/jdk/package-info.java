// SPDX-License-Identifier: Apache-2.0
/**
 * Adapters for the JDK's own HTTP server and client: the smallest that fulfil the contracts, to
 * show how an adapter is written, and that the contracts can be fulfilled.
 */
package dev.clew.testkit.jdk;

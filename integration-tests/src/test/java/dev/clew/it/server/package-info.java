// SPDX-License-Identifier: Apache-2.0
/**
 * The servers that the tests run on: how each is prepared, what it calls its things, and what it
 * cannot do. What is tested is in the package above.
 */
package dev.clew.it.server;

// SPDX-License-Identifier: Apache-2.0
package dev.clew.messaging.jms;

/** What the provider, or the application's listener, does in a span. */
interface Work<R, E extends Exception> {
  R run() throws E;
}

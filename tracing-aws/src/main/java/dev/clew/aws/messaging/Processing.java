// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws.messaging;

/**
 * What an application does with messages or records.
 *
 * @param <E> what it may throw
 */
@FunctionalInterface
public interface Processing<E extends Exception> {

  /** Does it. */
  void run() throws E;
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store;

/** The store failed; trying again may help. */
public final class StoreException extends Exception {

  private static final long serialVersionUID = 1L;

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.emulators;

/** An emulator needs what is not there; the message says what. */
public final class NotInstalledException extends Exception {

  private static final long serialVersionUID = 1;

  NotInstalledException(String message) {
    super(message);
  }
}

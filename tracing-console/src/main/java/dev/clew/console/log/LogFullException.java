// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.log;

/** As much waits to be stored as may; nothing was appended. */
public final class LogFullException extends Exception {

  private static final long serialVersionUID = 1L;

  LogFullException(long waiting, long limit) {
    super(waiting + " bytes wait to be stored; " + limit + " may");
  }
}

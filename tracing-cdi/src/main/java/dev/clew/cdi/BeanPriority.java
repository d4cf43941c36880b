// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import jakarta.interceptor.Interceptor;

/** Where Clew's interceptors and observers stand among others. */
final class BeanPriority {

  /**
   * Jakarta Transactions' interceptors are at 200, Jakarta Concurrency's asynchronous ones at 5.
   */
  static final int AROUND_TRANSACTIONS = Interceptor.Priority.PLATFORM_BEFORE + 100;

  /** For observers that must come before any of the application's. */
  static final int FIRST = Interceptor.Priority.PLATFORM_BEFORE;

  /** For observers that must see what all others have done. */
  static final int LAST = Integer.MAX_VALUE;

  private BeanPriority() {}
}

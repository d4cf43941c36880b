// SPDX-License-Identifier: Apache-2.0
package org.jboss.as.ejb3.component.interceptors;

/** Stands where WildFly starts the thread that is to run an asynchronous method. */
public final class AsyncFutureInterceptorFactory {

  private AsyncFutureInterceptorFactory() {}

  /** Starts a thread. */
  public static Thread execute(Runnable task) {
    Thread thread = new Thread(task);
    thread.start();
    return thread;
  }
}

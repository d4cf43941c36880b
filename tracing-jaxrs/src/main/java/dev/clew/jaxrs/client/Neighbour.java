// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.client;

import java.lang.ref.WeakReference;

/**
 * Another application of the server that brings a Clew of its own. RESTEasy gives clients that are
 * made outside of a request the providers of whichever application was there first, beside their
 * own: those must not trace what is not theirs. Thread-safe.
 */
final class Neighbour {

  /** What was last found to be no neighbour; weak, to keep no application. */
  private static volatile WeakReference<ClassLoader> home = new WeakReference<>(null);

  private Neighbour() {}

  /** Whether this thread works for one, by its context class loader. */
  static boolean isCalling() {
    ClassLoader caller = Thread.currentThread().getContextClassLoader();
    if (caller == null || home.refersTo(caller)) {
      return false;
    }
    try {
      if (Class.forName(Neighbour.class.getName(), false, caller) != Neighbour.class) {
        return true;
      }
    } catch (ClassNotFoundException | LinkageError stranger) {
      // a thread of the server's or the JDK's, which may work for anybody
    }
    home = new WeakReference<>(caller);
    return false;
  }
}

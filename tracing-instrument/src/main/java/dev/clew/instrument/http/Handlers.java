// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.http;

import java.lang.reflect.Method;

/** Tells whether two reflected methods, seen by different frameworks, are one to a caller. */
final class Handlers {

  private Handlers() {}

  /**
   * Whether a call of the one is a call of the other, on an object that has both. One framework may
   * see the method of a class where the other sees that of its interface or superclass, whose
   * parameters may be more general.
   */
  static boolean isSame(Method told, Method called) {
    if (told.equals(called)) {
      return true;
    }
    return told.getDeclaringClass() != called.getDeclaringClass()
        && told.getName().equals(called.getName())
        && told.getParameterCount() == called.getParameterCount()
        && (takes(told, called) || takes(called, told));
  }

  private static boolean takes(Method general, Method special) {
    Class<?>[] accepted = general.getParameterTypes();
    Class<?>[] given = special.getParameterTypes();
    for (int i = 0; i < accepted.length; i++) {
      if (!accepted[i].isAssignableFrom(given[i])) {
        return false;
      }
    }
    return true;
  }
}

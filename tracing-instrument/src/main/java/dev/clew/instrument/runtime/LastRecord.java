// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;

/**
 * Java 17 keeps the class of the record whose {@code equals} was linked last, and with it the class
 * loader of an application that is gone, until another record takes its place in a cache of method
 * handles. This gives that place to a class of the JDK.
 */
final class LastRecord {

  private LastRecord() {}

  /** To be called when nothing of Clew runs any more. Nothing here throws. */
  static void forget() {
    try {
      ObjectMethods.bootstrap(
          MethodHandles.lookup(),
          "equals",
          MethodType.methodType(boolean.class, String.class, Object.class),
          String.class,
          "");
    } catch (Throwable notThisJvm) {
      // Later ones may refuse a class that is no record, and keep nothing.
    }
  }
}

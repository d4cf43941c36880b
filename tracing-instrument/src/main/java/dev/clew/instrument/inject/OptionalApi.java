// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.inject;

/**
 * Whether there is an API that not every server has. Containers look into all members of an
 * extension, so an extension names no type of such an API, and asks here before it uses a class
 * that does.
 */
public final class OptionalApi {

  private OptionalApi() {}

  /**
   * Whether a type can be loaded; it is not initialized.
   *
   * @param type the name of a class
   * @param from whose class loader is asked
   */
  public static boolean isPresent(String type, Class<?> from) {
    try {
      Class.forName(type, false, from.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.inject;

import java.security.CodeSource;

/** What extensions say of the library's types that they add to a deployment. */
public final class AddedType {

  private AddedType() {}

  /**
   * An id for {@code BeforeBeanDiscovery.addAnnotatedType}, the same after each start. Each web
   * application of an EAR may bring the library. Where all of them share one CDI container, as in
   * GlassFish, their types have the same names, and with the same id only those of the first count.
   */
  public static String id(Class<?> type) {
    CodeSource from = type.getProtectionDomain().getCodeSource();
    return from == null ? type.getName() : type.getName() + '@' + from.getLocation();
  }
}

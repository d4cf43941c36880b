// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.logs;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * JBoss LogManager's. Its class belongs to the server, in a module that applications do not see, so
 * it is reached by its name.
 */
final class JBossMdc implements Mdc {

  private static final String MDC = "org.jboss.logmanager.MDC";

  private final MethodHandle put;
  private final MethodHandle remove;

  private JBossMdc(MethodHandle put, MethodHandle remove) {
    this.put = put;
    this.remove = remove;
  }

  /**
   * That of a class loader.
   *
   * @return {@code null} where it has none
   */
  static JBossMdc of(ClassLoader loader) throws IllegalAccessException, NoSuchMethodException {
    try {
      Class<?> mdc = Class.forName(MDC, true, loader);
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      MethodType ofKey = MethodType.methodType(Object.class, String.class);
      return new JBossMdc(
          lookup.findStatic(mdc, "putObject", ofKey.appendParameterTypes(Object.class)),
          lookup.findStatic(mdc, "removeObject", ofKey));
    } catch (ClassNotFoundException absent) {
      return null;
    }
  }

  @Override
  public Object swap(String key, Object value) {
    try {
      return value == null
          ? (Object) remove.invokeExact(key)
          : (Object) put.invokeExact(key, value);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String text(Object before) {
    return before instanceof String text ? text : null;
  }

  @Override
  public void set(String key, Object value) {
    swap(key, value);
  }

  @Override
  public JBossMdc jboss() {
    return this;
  }
}

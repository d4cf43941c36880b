// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import java.lang.reflect.Method;

/** Reads what a method's annotations say. */
@FunctionalInterface
interface MethodReader {

  /**
   * What is to be recorded of calls.
   *
   * @param beanClass the class of the bean, not that of a proxy
   * @param method may be declared further up
   * @return {@link TracedMethod#UNTRACED} where nothing is
   */
  TracedMethod read(Class<?> beanClass, Method method);
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Map;

/** A call as a container would make it. */
record CallOf(Object target, Object result, Method method) implements InvocationContext {

  @Override
  public Object getTarget() {
    return target;
  }

  /** Of the target's method {@code current()}. */
  static CallOf current(Object target, Object result) throws NoSuchMethodException {
    return new CallOf(target, result, target.getClass().getDeclaredMethod("current"));
  }

  @Override
  public Method getMethod() {
    return method;
  }

  @Override
  public Object proceed() {
    return result;
  }

  @Override
  public Object getTimer() {
    return null;
  }

  @Override
  public Constructor<?> getConstructor() {
    return null;
  }

  @Override
  public Object[] getParameters() {
    return new Object[0];
  }

  @Override
  public void setParameters(Object[] parameters) {}

  @Override
  public Map<String, Object> getContextData() {
    return Map.of();
  }
}

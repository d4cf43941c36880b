// SPDX-License-Identifier: Apache-2.0
package dev.clew.cdi;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Map;

/** A call of {@code current()} as a container would make it. */
record CallOf(Object target, Object result) implements InvocationContext {

  @Override
  public Object getTarget() {
    return target;
  }

  @Override
  public Method getMethod() {
    try {
      return target.getClass().getDeclaredMethod("current");
    } catch (NoSuchMethodException impossible) {
      throw new AssertionError(impossible);
    }
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

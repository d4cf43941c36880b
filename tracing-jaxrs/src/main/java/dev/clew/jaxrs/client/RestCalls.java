// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.client;

import dev.clew.instrument.Guard;
import dev.clew.jaxrs.internal.OpenCalls;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;

/** Tells of the failures of a MicroProfile REST client. Thread-safe. */
record RestCalls(Object original) implements InvocationHandler {

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    try {
      return Proxies.call(original, method, arguments);
    } catch (Throwable thrown) {
      Guard.run("end the span of a REST client", () -> OpenCalls.failedHere(thrown));
      throw thrown;
    }
  }
}

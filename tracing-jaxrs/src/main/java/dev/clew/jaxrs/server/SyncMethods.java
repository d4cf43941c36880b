// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.server;

import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Method;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The resource methods whose response is there when they return. */
final class SyncMethods {

  private SyncMethods() {}

  /** Whether it is one for certain. */
  static boolean contains(Method method) {
    for (Class<?> parameter : method.getParameterTypes()) {
      if (AsyncResponse.class.isAssignableFrom(parameter)
          || SseEventSink.class.isAssignableFrom(parameter)) {
        return false;
      }
    }
    return !isAsynchronous(method.getReturnType());
  }

  /** Reactive libraries are told by name, as implementations take them without the API's doing. */
  private static boolean isAsynchronous(Class<?> result) {
    if (CompletionStage.class.isAssignableFrom(result)
        || Flow.Publisher.class.isAssignableFrom(result)) {
      return true;
    }
    for (Class<?> ancestor : Annotations.ancestors(result)) {
      String name = ancestor.getName();
      if (name.startsWith("org.reactivestreams.")
          || name.startsWith("io.reactivex.")
          || name.startsWith("rx.")
          || name.startsWith("io.smallrye.mutiny.")
          || name.startsWith("reactor.")) {
        return true;
      }
    }
    return false;
  }
}

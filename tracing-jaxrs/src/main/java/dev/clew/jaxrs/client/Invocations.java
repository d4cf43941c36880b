// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.client;

import dev.clew.instrument.Guard;
import dev.clew.instrument.Proxies;
import io.opentelemetry.context.Context;
import jakarta.ws.rs.client.AsyncInvoker;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.RxInvoker;
import jakarta.ws.rs.client.SyncInvoker;
import jakarta.ws.rs.client.WebTarget;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/**
 * Stands for one object of a JAX-RS client: wraps what leads to an invocation, and watches the
 * invocation itself.
 */
final class Invocations implements InvocationHandler {

  /** The request property of an invocation that is watched. */
  static final String PROPERTY = "dev.clew.invocation";

  private final Object original;
  private final BiConsumer<String, Object> properties;

  /**
   * @param properties sets a property of the request; {@code null} where there is no request yet
   */
  Invocations(Object original, BiConsumer<String, Object> properties) {
    this.original = original;
    this.properties = properties;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (!isInvocation(method)) {
      return wrapped(proxy, Proxies.call(original, method, arguments));
    }
    Invoked invoked = begin();
    try {
      Object result = Proxies.call(original, method, arguments);
      if (result instanceof CompletionStage<?> stage) {
        invoked.follow(stage);
      }
      return result;
    } catch (Throwable thrown) {
      invoked.failed(thrown);
      throw thrown;
    }
  }

  /** Whether a request is sent by it: its type has no other methods, or it says so by its name. */
  private static boolean isInvocation(Method method) {
    Class<?> type = method.getDeclaringClass();
    return SyncInvoker.class == type
        || AsyncInvoker.class == type
        || RxInvoker.class.isAssignableFrom(type)
        || Invocation.class == type && !method.getName().equals("property");
  }

  private Invoked begin() {
    Invoked invoked = new Invoked();
    try {
      properties.accept(PROPERTY, invoked);
      properties.accept(ClientCall.PARENT_PROPERTY, Context.current());
    } catch (Throwable failure) {
      Guard.failed("watch an invocation of a JAX-RS client", failure);
    }
    return invoked;
  }

  private Object wrapped(Object proxy, Object result) {
    try {
      return result == original ? proxy : wrapped(result);
    } catch (Throwable failure) {
      Guard.failed("wrap an object of a JAX-RS client", failure);
      return result;
    }
  }

  private Object wrapped(Object result) {
    if (result instanceof Invocation.Builder builder) {
      return Proxies.of(result, new Invocations(result, builder::property));
    }
    if (result instanceof Invocation invocation) {
      return Proxies.of(result, new Invocations(result, invocation::property));
    }
    if (result instanceof AsyncInvoker || result instanceof RxInvoker<?>) {
      return Proxies.of(result, new Invocations(result, properties));
    }
    if (result instanceof WebTarget || result instanceof Client) {
      return Proxies.of(result, new Invocations(result, null));
    }
    return result;
  }

  /** One sending of a request. Thread-safe. */
  static final class Invoked {

    private volatile ClientCall call;

    void started(ClientCall started) {
      call = started;
    }

    void follow(CompletionStage<?> stage) {
      try {
        stage.whenComplete((result, thrown) -> failed(thrown));
      } catch (Throwable failure) {
        Guard.failed("follow an invocation of a JAX-RS client", failure);
      }
    }

    void failed(Throwable thrown) {
      ClientCall last = call;
      try {
        if (last != null && thrown != null) {
          last.failed(thrown);
        }
      } catch (Throwable failure) {
        Guard.failed("end the span of a JAX-RS client", failure);
      }
    }
  }
}

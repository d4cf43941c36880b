// SPDX-License-Identifier: Apache-2.0
package dev.clew.jaxrs.websocket;

import dev.clew.instrument.Guard;
import dev.clew.instrument.inject.AddedType;
import dev.clew.instrument.inject.OptionalApi;
import dev.clew.instrument.runtime.Tracing;
import dev.clew.instrument.stream.StreamTracer;
import dev.clew.jaxrs.JaxrsOptions;
import dev.clew.jaxrs.internal.PerTracing;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts an interceptor on the methods of WebSocket endpoints. Found by the container; does nothing
 * where there is no WebSocket. Asks for every type, because a container cannot read a filter that
 * names an absent annotation.
 */
public class WebSocketExtension implements Extension {

  private final boolean present =
      OptionalApi.isPresent("jakarta.websocket.server.ServerEndpoint", WebSocketExtension.class);
  private final Map<Class<?>, EndpointType> types = new ConcurrentHashMap<>();
  private final PerTracing<Optional<StreamTracer>> tracers =
      new PerTracing<>(WebSocketExtension::tracer);

  void register(@Observes BeforeBeanDiscovery event) {
    if (present) {
      event.addAnnotatedType(EndpointInterceptor.class, AddedType.id(EndpointInterceptor.class));
    }
  }

  <T> void look(@Observes ProcessAnnotatedType<T> event) {
    if (present) {
      try {
        EndpointBinding.bind(event);
      } catch (Throwable failure) {
        Guard.failed("look for WebSocket endpoints", failure);
      }
    }
  }

  /** Empty where messages are not to be traced. */
  Optional<StreamTracer> tracer() {
    return tracers.get();
  }

  /** What is known of an endpoint. */
  EndpointType type(Class<?> endpoint) {
    return types.computeIfAbsent(endpoint, EndpointType::of);
  }

  private static Optional<StreamTracer> tracer(Tracing tracing) {
    return tracing.settings().get(JaxrsOptions.WEBSOCKET_ENABLED)
        ? Optional.of(new StreamTracer(tracing.openTelemetry(), "dev.clew.websocket"))
        : Optional.empty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import dev.clew.benchmarks.tracer.ClewTracing;
import dev.clew.benchmarks.tracer.SdkTracing;
import dev.clew.jaxrs.client.ClientSpanFilter;
import dev.clew.jaxrs.server.EndpointFeature;
import dev.clew.jaxrs.server.OwnerFeature;
import io.smallrye.opentelemetry.implementation.rest.OpenTelemetryClientFilter;
import io.smallrye.opentelemetry.implementation.rest.OpenTelemetryServerFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.core.providerfactory.ResteasyProviderFactoryImpl;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.plugins.providers.RegisterBuiltin;
import org.jboss.resteasy.spi.Dispatcher;
import org.jboss.resteasy.spi.ResteasyProviderFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A GET of a JAX-RS resource on RESTEasy, without a network. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class JaxrsBenchmark {

  /**
   * RESTEasy finds these by a services file whether they are wanted or not, SmallRye's without what
   * CDI would inject: then they do nothing, but not for nothing.
   */
  private static final Set<String> UNASKED =
      Set.of(
          ClientSpanFilter.class.getName(),
          OpenTelemetryClientFilter.class.getName(),
          OpenTelemetryServerFilter.class.getName());

  /** Nobody, Clew, or SmallRye's filter with OpenTelemetry's SDK. */
  @Param("clew")
  public String tracer;

  /** How many traces are recorded. */
  @Param("1")
  public double rate;

  private Dispatcher dispatcher;
  private AutoCloseable tracing;

  /** Starts RESTEasy and the tracer. */
  @Setup
  public void start() {
    ResteasyProviderFactory providers = new ResteasyProviderFactoryImpl();
    RegisterBuiltin.register(providers, UNASKED);
    dispatcher = new SynchronousDispatcher(providers);
    tracing = trace(providers);
    dispatcher.getRegistry().addSingletonResource(new Orders());
  }

  private AutoCloseable trace(ResteasyProviderFactory providers) {
    switch (tracer) {
      case "none":
        return () -> {};
      case "clew":
        ClewTracing clew = new ClewTracing(rate);
        providers.register(OwnerFeature.class).register(EndpointFeature.class);
        return clew;
      case "smallrye":
        SdkTracing sdk = new SdkTracing(rate);
        OpenTelemetryServerFilter filter = new OpenTelemetryServerFilter(sdk.openTelemetry());
        providers.injectProperties(filter);
        providers.register(filter);
        return sdk;
      default:
        throw new IllegalArgumentException(tracer);
    }
  }

  /** Stops them. */
  @TearDown
  public void stop() throws Exception {
    tracing.close();
  }

  /** One request; gives its status. */
  @Benchmark
  public int get() throws URISyntaxException {
    MockHttpResponse response = new MockHttpResponse();
    dispatcher.invoke(MockHttpRequest.get("/orders/7"), response);
    return response.getStatus();
  }

  /** What is asked for. */
  @Path("orders")
  public static class Orders {

    /** One of them. */
    @GET
    @Path("{id}")
    public String order(@PathParam("id") String id) {
      return id;
    }
  }
}

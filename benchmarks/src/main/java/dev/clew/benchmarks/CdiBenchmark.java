// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import dev.clew.api.Traced;
import dev.clew.benchmarks.tracer.ClewTracing;
import dev.clew.benchmarks.tracer.SdkTracing;
import dev.clew.cdi.ClewExtension;
import dev.clew.instrument.runtime.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.smallrye.opentelemetry.implementation.cdi.OpenTelemetryExtension;
import io.smallrye.opentelemetry.implementation.cdi.OpenTelemetryProducer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.inject.Singleton;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A call of a CDI bean's method on Weld. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class CdiBenchmark {

  /** Who is around the call: nobody, an interceptor that does nothing, Clew, SmallRye. */
  @Param({"none", "interceptor", "clew", "smallrye"})
  public String tracer;

  /** How many traces are recorded. */
  @Param({"1", "0"})
  public double rate;

  private SeContainer container;
  private SdkTracing sdk;
  private IntUnaryOperator bean;

  /** Starts container and tracer. */
  @Setup
  public void start() {
    ClewTracing.settings(rate).forEach(System::setProperty);
    SeContainerInitializer weld =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addProperty("org.jboss.weld.se.shutdownHook", false);
    Class<? extends IntUnaryOperator> type = add(weld);
    container = weld.addBeanClasses(type).initialize();
    bean = container.select(type).get();
  }

  private Class<? extends IntUnaryOperator> add(SeContainerInitializer weld) {
    switch (tracer) {
      case "none":
        return Plain.class;
      case "interceptor":
        weld.addBeanClasses(EmptyInterceptor.class).enableInterceptors(EmptyInterceptor.class);
        return Intercepted.class;
      case "clew":
        weld.addExtensions(ClewExtension.class);
        return TracedByClew.class;
      default:
        sdk = new SdkTracing(rate);
        SdkProducer.sdk = sdk.openTelemetry();
        weld.addExtensions(OpenTelemetryExtension.class, OneSdk.class)
            .addBeanClasses(SdkProducer.class);
        return TracedBySmallRye.class;
    }
  }

  /** Stops all of it. */
  @TearDown
  public void stop() {
    container.close();
    if (sdk != null) {
      sdk.close();
    }
  }

  /** One call. */
  @Benchmark
  public int call() {
    return bean.applyAsInt(41);
  }

  /** The same in a request, as most calls are. */
  @Benchmark
  public int callInRequest(InRequest request) {
    request.running.call();
    return call();
  }

  private OpenTelemetry openTelemetry() {
    return switch (tracer) {
      case "clew" -> Tracing.current().openTelemetry();
      case "smallrye" -> sdk.openTelemetry();
      default -> null;
    };
  }

  /** A thread's request. */
  @State(Scope.Thread)
  public static class InRequest {

    private Request running;

    /** Begins it. */
    @Setup
    public void begin(CdiBenchmark benchmark) {
      running = new Request(benchmark.openTelemetry());
    }

    /** Ends it. */
    @TearDown
    public void end() {
      running.end();
    }
  }

  /** Without anything around it. */
  @ApplicationScoped
  public static class Plain implements IntUnaryOperator {
    @Override
    public int applyAsInt(int value) {
      return value + 1;
    }
  }

  /** With an interceptor that does nothing. */
  @Empty
  public static class Intercepted extends Plain {
    @Override
    public int applyAsInt(int value) {
      return value + 1;
    }
  }

  /** With a span of Clew's. */
  @ApplicationScoped
  public static class TracedByClew implements IntUnaryOperator {
    @Override
    @Traced
    public int applyAsInt(int value) {
      return value + 1;
    }
  }

  /** With a span of SmallRye's, which is in WildFly, Open Liberty and Quarkus. */
  @ApplicationScoped
  public static class TracedBySmallRye implements IntUnaryOperator {
    @Override
    @WithSpan
    public int applyAsInt(int value) {
      return value + 1;
    }
  }

  /** Binds {@link EmptyInterceptor}. */
  @InterceptorBinding
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Empty {}

  /** What any interceptor costs. */
  @Empty
  @Interceptor
  public static class EmptyInterceptor {
    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
      return call.proceed();
    }
  }

  /** Takes SmallRye's own producer out: it would configure another SDK than the one compared. */
  public static class OneSdk implements Extension {
    void veto(@Observes ProcessAnnotatedType<OpenTelemetryProducer> event) {
      event.veto();
    }
  }

  /** What SmallRye's interceptor asks for. */
  public static class SdkProducer {
    private static OpenTelemetry sdk;

    @Produces
    @Singleton
    OpenTelemetry openTelemetry() {
      return sdk;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks;

import brave.Tracing;
import brave.http.HttpTracing;
import brave.jakarta.servlet.TracingFilter;
import dev.clew.benchmarks.servlet.Context;
import dev.clew.benchmarks.servlet.Get;
import dev.clew.benchmarks.servlet.Ok;
import dev.clew.benchmarks.tracer.BraveTracing;
import dev.clew.benchmarks.tracer.ClewTracing;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A GET through a servlet filter, without a container: what is behind it does nothing. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class ServletBenchmark {

  private static final FilterChain SERVLET = (request, response) -> {};
  private static final Filter NONE =
      (request, response, chain) -> chain.doFilter(request, response);

  /** Nobody, Clew, or Brave's own instrumentation. */
  @Param("clew")
  public String tracer;

  /** How many traces are recorded. */
  @Param("1")
  public double rate;

  private Filter filter;
  private AutoCloseable tracing;

  /** Starts filter and tracer. */
  @Setup
  public void start() throws ServletException {
    filter = trace();
    filter.init(Context.config());
  }

  private Filter trace() {
    switch (tracer) {
      case "none":
        tracing = () -> {};
        return NONE;
      case "clew":
        tracing = new ClewTracing(rate);
        return new dev.clew.jaxrs.servlet.TracingFilter();
      case "brave":
        Tracing peer = BraveTracing.start(rate, () -> {});
        tracing = peer;
        return TracingFilter.create(HttpTracing.create(peer));
      default:
        throw new IllegalArgumentException(tracer);
    }
  }

  /** Stops them. */
  @TearDown
  public void stop() throws Exception {
    filter.destroy();
    tracing.close();
  }

  /** One request; gives its response. */
  @Benchmark
  public Ok get() throws ServletException, IOException {
    Ok response = new Ok();
    filter.doFilter(new Get(), response, SERVLET);
    return response;
  }
}

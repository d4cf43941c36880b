// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.tracer;

import brave.Tracing;
import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import brave.propagation.B3Propagation;
import brave.propagation.ThreadLocalCurrentTraceContext;
import brave.propagation.TraceContext;
import brave.sampler.Sampler;

/** Brave with its own B3 headers in the shorter form, and nobody who encodes what is finished. */
public final class BraveTracing {

  private BraveTracing() {}

  /**
   * Starts it.
   *
   * @param finished is told of every span
   */
  public static Tracing start(double rate, Runnable finished) {
    return Tracing.newBuilder()
        .localServiceName("benchmark")
        .traceId128Bit(true)
        .currentTraceContext(ThreadLocalCurrentTraceContext.newBuilder().build())
        .sampler(Sampler.create((float) rate))
        .propagationFactory(
            B3Propagation.newFactoryBuilder().injectFormat(B3Propagation.Format.SINGLE).build())
        .addSpanHandler(
            new SpanHandler() {
              @Override
              public boolean end(TraceContext context, MutableSpan span, Cause cause) {
                finished.run();
                return true;
              }
            })
        .build();
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.benchmarks.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import dev.clew.benchmarks.tracer.OpenTelemetrySource;
import dev.clew.benchmarks.tracer.Tracers;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Records spans and sends them to a receiver in another process. A program of its own, so that its
 * processor time is the tracer's and the producers'. Arguments: the tracer, the {@link Load}, the
 * receiver's port, seconds to warm up as fast as it can, and windows of a second to measure.
 */
public final class ExportLoad {

  /** Seconds in which what was compiled for another pace is compiled anew. */
  public static final int SETTLING = 1;

  private static final Consumer<Span> UNWATCHED = span -> {};

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final List<Double> cpuNanos = new ArrayList<>();
  private final List<Double> perSecond = new ArrayList<>();
  private final Arrivals arrivals;

  private ExportLoad(Arrivals arrivals) {
    this.arrivals = arrivals;
  }

  /** Prints a {@link Sent} as JSON. */
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[2]);
    Sent sent;
    try (OpenTelemetrySource source = Tracers.sending(arguments[0], port)) {
      sent =
          new ExportLoad(new Arrivals(port))
              .run(
                  source,
                  Load.valueOf(arguments[1]),
                  Integer.parseInt(arguments[3]),
                  Integer.parseInt(arguments[4]));
    }
    System.out.println(new ObjectMapper().writeValueAsString(sent));
  }

  private Sent run(OpenTelemetrySource source, Load load, int warmUp, int windows)
      throws IOException, InterruptedException {
    Tracer tracer = source.openTelemetry().getTracer("dev.clew.benchmarks");
    try (Producers producers = new Producers(tracer, Load.FULL, UNWATCHED)) {
      TimeUnit.SECONDS.sleep(warmUp);
    }
    source.flush();
    try (Producers producers = new Producers(tracer, load, UNWATCHED)) {
      TimeUnit.SECONDS.sleep(SETTLING);
    }
    source.flush();
    long before = arrivals.count();
    long ended;
    YoungCollections young =
        load == Load.HIGH ? new YoungCollections(Producers.perTurn(load)) : null;
    try (Producers producers =
        new Producers(tracer, load, young == null ? UNWATCHED : young::watch)) {
      for (int i = 0; i < windows; i++) {
        window(producers);
      }
      producers.close();
      ended = producers.ended();
    }
    source.flush();
    double lost = (double) (ended - (arrivals.count() - before)) / ended;
    return young == null
        ? new Sent(cpuNanos, perSecond, List.of(), List.of(), lost)
        : new Sent(cpuNanos, perSecond, young.survivors(), young.kept(), lost);
  }

  private void window(Producers producers) throws IOException, InterruptedException {
    long cpu = system.getProcessCpuTime();
    long ended = producers.ended();
    long arrived = arrivals.count();
    long start = System.nanoTime();
    TimeUnit.SECONDS.sleep(1);
    double seconds = (System.nanoTime() - start) / 1e9;
    perSecond.add((arrivals.count() - arrived) / seconds);
    cpuNanos.add((double) (system.getProcessCpuTime() - cpu) / (producers.ended() - ended));
  }
}

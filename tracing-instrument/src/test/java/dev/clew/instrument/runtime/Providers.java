// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.runtime;

import dev.clew.api.config.Option;
import dev.clew.api.config.Settings;
import dev.clew.api.spi.Engine;
import dev.clew.api.spi.EngineProvider;
import dev.clew.api.spi.Exporter;
import dev.clew.api.spi.ExporterProvider;
import dev.clew.api.spi.SpanSink;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Engines and exporters that say what they were told to do, or that fail. */
final class Providers {

  /** In order, over all applications. */
  static final List<String> EVENTS = new CopyOnWriteArrayList<>();

  private static final Option<String> NAME = Option.text("otel.service.name", "unnamed");

  private Providers() {}

  public static final class WorkingEngine implements EngineProvider {
    @Override
    public Engine start(Settings settings, SpanSink sink) {
      EVENTS.add("engine of " + settings.get(NAME) + " started");
      return new RunningEngine(settings.get(NAME), OpenTelemetrySdk.builder().build());
    }
  }

  public static final class FailingEngine implements EngineProvider {
    @Override
    public Engine start(Settings settings, SpanSink sink) {
      throw new AssertionError("no engine\ntoday");
    }
  }

  public static final class EngineThatDoesNotStop implements EngineProvider {
    @Override
    public Engine start(Settings settings, SpanSink sink) {
      return new Engine() {
        @Override
        public OpenTelemetry openTelemetry() {
          return OpenTelemetry.noop();
        }

        @Override
        public void close() {
          throw new LinkageError("gone");
        }
      };
    }
  }

  public static final class WorkingExporter implements ExporterProvider {
    @Override
    public Exporter start(Settings settings) {
      EVENTS.add("exporter started");
      return new RunningExporter();
    }
  }

  public static final class FailingExporter implements ExporterProvider {
    @Override
    public Exporter start(Settings settings) {
      throw new AssertionError("no exporter today");
    }
  }

  private record RunningEngine(String name, OpenTelemetry openTelemetry) implements Engine {
    @Override
    public void close() {
      EVENTS.add("engine of " + name + " closed");
    }
  }

  private static final class RunningExporter implements Exporter {
    @Override
    public void resource(byte[] resourcePrefix) {}

    @Override
    public int scope(byte[] scopePrefix) {
      return 0;
    }

    @Override
    public int maxSpanBytes() {
      return 1;
    }

    @Override
    public boolean offer(int scope, byte[] bytes, int offset, int length) {
      return true;
    }

    @Override
    public boolean flush(Duration timeout) {
      EVENTS.add("exporter flushed within " + timeout);
      return true;
    }

    @Override
    public boolean shutdown(Duration timeout) {
      EVENTS.add("exporter shut down within " + timeout);
      return true;
    }

    @Override
    public Map<String, Long> counts() {
      return Map.of("accepted", 7L);
    }
  }
}

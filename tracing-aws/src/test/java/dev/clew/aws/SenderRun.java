// SPDX-License-Identifier: Apache-2.0
package dev.clew.aws;

import dev.clew.api.config.Settings;
import dev.clew.api.spi.Engine;
import dev.clew.api.spi.EngineProvider;
import dev.clew.api.spi.Exporter;
import dev.clew.api.spi.ExporterProvider;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;

/** Engine and exporter with one sender, whose credentials are system properties. */
public final class SenderRun implements AutoCloseable {

  private static final Duration LONG = Duration.ofMinutes(10);

  private final Map<String, String> settings = new HashMap<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final String sender;
  private Exporter exporter;
  private Engine engine;

  /** One that sends with faults as they come: soon again, with time enough. */
  public SenderRun(String sender) {
    this.sender = sender;
    System.setProperty("aws.accessKeyId", "key");
    System.setProperty("aws.secretAccessKey", "secret");
    set("otel.traces.exporter", sender);
    set("otel.service.name", "shop");
    set("clew.aws.region", "eu-central-1");
  }

  /** Before the first span. */
  public SenderRun set(String key, String value) {
    settings.put(key, value);
    return this;
  }

  /** What was set so far. */
  public Settings settings() {
    return Settings.of(settings::get, (id, text) -> problems.add(id + ": " + text));
  }

  public Tracer tracer() {
    if (engine == null) {
      Settings all = settings();
      exporter = ServiceLoader.load(ExporterProvider.class).findFirst().orElseThrow().start(all);
      engine =
          ServiceLoader.load(EngineProvider.class).findFirst().orElseThrow().start(all, exporter);
    }
    return engine.openTelemetry().getTracer("test");
  }

  /** Traces of a root with children each; {@code spans} in all of them together. */
  public SenderRun traces(int traces, int spans) {
    Tracer tracer = tracer();
    for (int trace = 0; trace < traces; trace++) {
      Span root = tracer.spanBuilder("root-" + trace).startSpan();
      Context context = Context.root().with(root);
      for (int child = 1; child < spans / traces; child++) {
        tracer.spanBuilder("child-" + child).setParent(context).startSpan().end();
      }
      root.end();
    }
    return this;
  }

  /** Whether all has arrived or was given up. */
  public boolean flush() {
    return exporter.flush(LONG);
  }

  public long sent() {
    return exporter.counts().get(sender + ".sent");
  }

  public long dropped() {
    return exporter.counts().get(sender + ".dropped");
  }

  /** What was told of the settings. */
  public List<String> problems() {
    return problems;
  }

  @Override
  public void close() {
    if (engine != null) {
      engine.close();
      exporter.shutdown(LONG);
    }
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }
}

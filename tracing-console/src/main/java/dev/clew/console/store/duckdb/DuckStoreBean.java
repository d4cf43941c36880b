// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

import dev.clew.api.config.Printable;
import dev.clew.api.config.Settings;
import dev.clew.console.config.ConsoleOptions;
import dev.clew.console.store.SpanReader;
import dev.clew.console.store.SpanWriter;
import dev.clew.console.store.StoreException;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Opens the store, keeps house in it while the application runs, and closes it. */
@ApplicationScoped
public class DuckStoreBean {

  private static final Logger LOGGER = Logger.getLogger("dev.clew.console");
  private static final int SECONDS_BETWEEN_ROUNDS = 5;

  @Inject Settings settings;
  @Inject PrometheusRegistry registry;

  private DuckStore store;
  private ScheduledExecutorService housekeeper;

  @PostConstruct
  void open() {
    Path directory = Path.of(settings.get(ConsoleOptions.DIRECTORY));
    long memory = settings.get(ConsoleOptions.STORE_MEMORY);
    try {
      store = DuckStore.open(directory, memory, Clock.systemUTC());
    } catch (StoreException failed) {
      throw new IllegalStateException(failed);
    }
    gauge("clew_console_store_bytes", "Bytes of the store's files", DuckStore::bytes);
    gauge("clew_console_store_spans", "Spans in the store's files", DuckStore::spans);
    gauge("clew_console_store_files", "The store's files", DuckStore::files);
    housekeeper =
        Executors.newSingleThreadScheduledExecutor(
            task -> new Thread(task, "clew-console-housekeeper"));
    housekeeper.scheduleWithFixedDelay(
        this::keepHouse, SECONDS_BETWEEN_ROUNDS, SECONDS_BETWEEN_ROUNDS, TimeUnit.SECONDS);
  }

  private void gauge(String name, String help, ToLongFunction<DuckStore> value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(gauge -> gauge.call(value.applyAsLong(store)))
        .register(registry);
  }

  /** Throws nothing: the housekeeper would never come again. */
  private void keepHouse() {
    try {
      store.keepHouse(
          new Retention(
              settings.get(ConsoleOptions.RETENTION_AGE),
              settings.get(ConsoleOptions.RETENTION_SIZE)));
    } catch (StoreException | RuntimeException failed) {
      LOGGER.log(
          Level.WARNING,
          "CLEW-0820: the store could not be tidied up; it will be tried again: "
              + Printable.of(String.valueOf(failed.getCause()), 200),
          failed);
    }
  }

  @Produces
  @Singleton
  SpanWriter writer() {
    return store;
  }

  @Produces
  @Singleton
  SpanReader reader() {
    return store.reader();
  }

  @PreDestroy
  void close() {
    housekeeper.shutdown();
    try {
      housekeeper.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    store.close();
  }
}

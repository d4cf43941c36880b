// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter;

import dev.clew.api.config.Settings;
import dev.clew.api.spi.Exporter;
import dev.clew.api.spi.ExporterProvider;
import dev.clew.exporter.internal.delivery.Backoff;
import dev.clew.exporter.internal.delivery.BatchPolicy;
import java.util.concurrent.ThreadLocalRandom;

/** Starts the shared exporter, with the senders that {@code otel.traces.exporter} names. */
public final class SharedExporterProvider implements ExporterProvider {

  /** For {@link java.util.ServiceLoader}. */
  public SharedExporterProvider() {}

  @Override
  public Exporter start(Settings settings) {
    BatchPolicy policy =
        new BatchPolicy(
            settings.get(ExporterOptions.DELAY),
            settings.get(ExporterOptions.BATCH),
            settings.get(ExporterOptions.BATCH_BYTES),
            settings.get(ExporterOptions.EXPORT_TIMEOUT));
    Backoff backoff = new Backoff(() -> ThreadLocalRandom.current().nextDouble());
    SharedExporter exporter =
        new SharedExporter(
            settings.get(ExporterOptions.JOURNAL_SIZE),
            settings.get(ExporterOptions.JOURNAL_DIRECTORY),
            policy,
            backoff,
            Senders.configured(settings));
    exporter.start();
    return exporter;
  }
}

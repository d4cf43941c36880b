// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.file;

import dev.clew.api.config.Settings;
import dev.clew.exporter.ExporterOptions;
import dev.clew.exporter.sender.Sender;
import dev.clew.exporter.sender.SenderProvider;
import java.nio.file.Path;

/** Makes the sender {@code file}. */
public final class FileSenderProvider implements SenderProvider {

  /** For {@link java.util.ServiceLoader}. */
  public FileSenderProvider() {}

  @Override
  public String name() {
    return "file";
  }

  @Override
  public Sender create(Settings settings) {
    return new FileSender(
        new RotatingFile(
            Path.of(settings.get(ExporterOptions.FILE_PATH)),
            settings.get(ExporterOptions.FILE_SIZE),
            settings.get(ExporterOptions.FILE_COUNT)));
  }
}

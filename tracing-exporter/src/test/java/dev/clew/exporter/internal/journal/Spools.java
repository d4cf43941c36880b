// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.journal;

import dev.clew.exporter.internal.delivery.Origin;
import dev.clew.exporter.internal.delivery.Warnings;
import dev.clew.exporter.internal.spool.Spool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Journals in files. */
final class Spools {

  /** How large their segments are. */
  static final int SEGMENT = 256 << 10;

  private Spools() {}

  static void map(Journal journal, Path directory, long bytes) throws IOException {
    Warnings warnings = new Warnings("test");
    new Spool(directory, "test", warnings).open(journal, bytes, new Origin(warnings), Map.of());
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.spool;

import dev.clew.exporter.internal.delivery.Origin;
import dev.clew.exporter.internal.delivery.Warnings;
import dev.clew.exporter.internal.journal.Cursor;
import dev.clew.exporter.internal.journal.Journal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The directory of a service: a file for each exporter that runs, and those of exporters that are
 * gone, which whoever starts next takes over. A lock lets one at a time do that; who starts in the
 * same moment does without.
 */
public final class Spool {

  private static final String SUFFIX = ".journal";
  private static final int LONGEST_NAME = 60;

  private final Path directory;
  private final Warnings warnings;
  private final List<Leftover> leftovers = new ArrayList<>();
  private long lost;

  /**
   * A directory.
   *
   * @param root has one for each service
   */
  public Spool(Path root, String service, Warnings warnings) {
    this.directory = root.resolve(name(service));
    this.warnings = warnings;
  }

  private static String name(String service) {
    String plain = service.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "_");
    String cut = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    return cut.equals(service) && !cut.isEmpty()
        ? cut
        : cut + "." + Integer.toHexString(service.hashCode());
  }

  /**
   * Moves a journal to a file, with what is left over in it. Nobody may be writing to or reading
   * from the journal yet.
   *
   * @param bytes how much the journal may hold
   * @param readers the journal's, by the names of their senders
   * @throws IOException where there is no file to be had; the journal is as it was then
   */
  public SpoolFile open(Journal journal, long bytes, Origin origin, Map<String, Cursor> readers)
      throws IOException {
    if (readers.size() > Layout.MAX_ROWS) {
      throw new IOException("there are more than " + Layout.MAX_ROWS + " senders");
    }
    Files.createDirectories(directory, Claim.forOwner(directory, "rwx------"));
    Claim starting = Claim.of(directory.resolve("lock"), StandardOpenOption.CREATE);
    try {
      if (starting != null) {
        findLeftovers();
      }
      return moveTo(create(bytes), journal, origin, readers);
    } finally {
      for (Leftover leftover : leftovers) {
        leftover.close();
      }
      if (starting != null) {
        starting.close();
      }
    }
  }

  private SpoolFile create(long bytes) throws IOException {
    String time = Long.toHexString(System.currentTimeMillis());
    String unique = Long.toHexString(ThreadLocalRandom.current().nextLong());
    return SpoolFile.create(directory.resolve(time + "-" + unique + SUFFIX), bytes);
  }

  private void findLeftovers() throws IOException {
    String[] names = directory.toFile().list();
    if (names == null) {
      throw new IOException("it cannot be listed");
    }
    Arrays.sort(names);
    for (String name : names) {
      if (name.endsWith(SUFFIX)) {
        find(name);
      }
    }
  }

  private void find(String name) {
    try {
      Claim claim = Claim.of(directory.resolve(name), StandardOpenOption.CREATE);
      if (claim != null) {
        leftovers.add(new Leftover(claim));
      }
    } catch (IOException unreadable) {
      warnOfDamage(name, unreadable.toString());
    }
  }

  private SpoolFile moveTo(
      SpoolFile file, Journal journal, Origin origin, Map<String, Cursor> readers) {
    List<String> over = new ArrayList<>();
    for (Leftover leftover : leftovers) {
      if (leftover.isReady()) {
        over.addAll(leftover.takenOver());
      }
      file.note(new Note(Note.TAKEN_OVER, 0, 0, leftover.name().getBytes(StandardCharsets.UTF_8)));
    }
    for (Map.Entry<String, Cursor> reader : readers.entrySet()) {
      reader.getValue().markAt(file.row(reader.getKey()));
    }
    journal.moveTo(file);
    origin.writeTo(file);
    Replay replay = new Replay(file, journal, origin, readers);
    for (Leftover leftover : leftovers) {
      if (leftover.isReady() && !over.contains(leftover.name())) {
        takeOver(leftover, replay);
      }
    }
    long dropped = replay.dropped();
    lost += dropped;
    if (dropped > 0) {
      warnings.warn("CLEW-0217", "drops spans of senders that are gone", "" + dropped);
    }
    file.ready();
    for (Leftover leftover : leftovers) {
      leftover.delete();
    }
    return file;
  }

  private void takeOver(Leftover leftover, Replay replay) {
    try {
      boolean cut = leftover.cut;
      if (cut || leftover.isReadable()) {
        leftover.giveTo(replay);
        if (cut || leftover.damaged() > 0) {
          warnOfDamage(
              leftover.name(), leftover.damaged() + (cut ? " spans, and its end" : " spans"));
        }
      } else {
        warnOfDamage(leftover.name(), "it is no journal of this version");
      }
    } catch (Throwable unreadable) {
      warnOfDamage(leftover.name(), unreadable.toString());
    }
    lost += leftover.damaged();
  }

  /** How many spans are known to be lost of those that were left over. */
  public long lost() {
    return lost;
  }

  private void warnOfDamage(String name, String reason) {
    warnings.warn("CLEW-0215", "cannot read all that is left over", name + ": " + reason);
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.clew.exporter.internal.spool;

import dev.clew.exporter.internal.delivery.Origin;
import dev.clew.exporter.internal.delivery.Warnings;
import dev.clew.exporter.internal.journal.Cursor;
import dev.clew.exporter.internal.journal.Journal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

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
    return cut.equals(service) ? cut : cut + "." + Integer.toHexString(service.hashCode());
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
    Files.createDirectories(directory, Claim.forOwner(directory.getFileSystem(), "rwx------"));
    try (Claim starting = Claim.of(directory.resolve("lock"), StandardOpenOption.CREATE)) {
      if (starting != null) {
        findLeftovers();
      }
      try {
        return moveTo(create(bytes), journal, origin, readers);
      } finally {
        for (Leftover leftover : leftovers) {
          leftover.close();
        }
      }
    }
  }

  private SpoolFile create(long bytes) throws IOException {
    String name = Long.toHexString(System.currentTimeMillis()) + "-" + UUID.randomUUID() + SUFFIX;
    return SpoolFile.create(directory.resolve(name), bytes);
  }

  private void findLeftovers() throws IOException {
    List<Path> paths = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
      found.forEach(paths::add);
    }
    paths.sort(null);
    for (Path path : paths) {
      try {
        Claim claim = Claim.of(path);
        if (claim != null) {
          leftovers.add(new Leftover(claim));
        }
      } catch (IOException unreadable) {
        warnOfDamage(path.getFileName().toString(), unreadable.toString());
      }
    }
  }

  private SpoolFile moveTo(
      SpoolFile file, Journal journal, Origin origin, Map<String, Cursor> readers)
      throws IOException {
    Set<String> over = new HashSet<>();
    leftovers.stream().filter(Leftover::isReady).forEach(each -> over.addAll(each.takenOver()));
    leftovers.forEach(each -> file.note(new Note(Note.TAKEN_OVER, 0, 0, bytes(each.name()))));
    readers.forEach((name, cursor) -> cursor.markAt(file.row(name)));
    journal.moveTo(file);
    origin.writeTo(file);
    Replay replay =
        new Replay(
            file, journal, origin, List.copyOf(readers.keySet()), List.copyOf(readers.values()));
    for (Leftover leftover : leftovers) {
      if (leftover.isReady() && !over.contains(leftover.name())) {
        takeOver(leftover, replay);
      }
    }
    file.ready();
    for (Leftover leftover : leftovers) {
      leftover.delete();
    }
    return file;
  }

  private void takeOver(Leftover leftover, Replay replay) {
    String reason = leftover.isReadable() ? "" : "it is no journal of this version";
    try {
      if (leftover.isReadable()) {
        replay.takeOver(leftover);
      }
    } catch (Throwable unreadable) {
      reason = unreadable.toString();
    }
    if (leftover.damaged() > 0) {
      reason = leftover.damaged() + " spans are damaged";
    }
    if (!reason.isEmpty()) {
      warnOfDamage(leftover.name(), reason);
    }
  }

  private void warnOfDamage(String name, String reason) {
    warnings.warn("CLEW-0215", "cannot read all that is left over", name + ": " + reason);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

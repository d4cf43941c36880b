// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

import dev.clew.console.files.DirectoryLock;
import dev.clew.console.store.KeptSpan;
import dev.clew.console.store.SpanReader;
import dev.clew.console.store.SpanWriter;
import dev.clew.console.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.duckdb.DuckDBConnection;

/**
 * Spans in Parquet files, in one directory. What was written last is in a table in memory, which a
 * sync makes a file of. Any threads may read; one writes; one keeps house.
 */
public final class DuckStore implements SpanWriter, AutoCloseable {

  private static final Logger LOGGER = Logger.getLogger("dev.clew.console");

  private final DirectoryLock lock;
  private final Path root;
  private final Clock clock;
  private final long memory;
  private final Database database;
  private final DuckDBConnection writing;
  private final FileWriter files;
  private final Snapshots snapshots;
  private final DuckReader reader;
  private final Queue<String> freeTables = new ConcurrentLinkedQueue<>();
  private Staging staging;
  private long stagings;

  /**
   * Opens a store, or makes one.
   *
   * @param directory of this store alone
   * @param memory bytes that DuckDB may take, and half as many again while files are put together
   * @param clock says in which hour spans come
   * @throws StoreException where the directory cannot be used
   */
  public static DuckStore open(Path directory, long memory, Clock clock) throws StoreException {
    return open(directory, memory, clock, Window.FIRST_ROWS);
  }

  /** As above, with about so many spans at which a search looks first. */
  static DuckStore open(Path directory, long memory, Clock clock, long firstRows)
      throws StoreException {
    try {
      DirectoryLock lock = DirectoryLock.take(directory);
      try {
        return new DuckStore(directory, memory, clock, firstRows, lock);
      } catch (SQLException | IOException | RuntimeException failed) {
        lock.close();
        throw failed;
      }
    } catch (SQLException | IOException failed) {
      throw new StoreException("the store in " + directory + " cannot be opened", failed);
    }
  }

  private DuckStore(Path directory, long memory, Clock clock, long firstRows, DirectoryLock lock)
      throws SQLException, IOException {
    this.lock = lock;
    this.clock = clock;
    this.memory = memory;
    this.root = Files.createDirectories(directory.resolve("spans"));
    List<DataFile> found = Inventory.of(root);
    this.files = new FileWriter(found.stream().mapToLong(DataFile::number).max().orElse(0));
    this.database = Database.start(memory, directory.resolve("tmp"));
    UnpackedLibrary.delete();
    this.writing = database.connect();
    this.staging = newStaging();
    this.snapshots = new Snapshots(new Catalogue(found, staging.table()));
    this.reader = new DuckReader(database, snapshots, firstRows);
  }

  /** With a name that was used before, if one is free: statements are alike, and so are spans. */
  private Staging newStaging() throws SQLException {
    String free = freeTables.poll();
    return Staging.create(writing, free != null ? free : "staged_" + ++stagings);
  }

  /** What reads this store. */
  public SpanReader reader() {
    return reader;
  }

  Snapshots snapshots() {
    return snapshots;
  }

  /** How many bytes its files have. */
  public long bytes() {
    return snapshots.present().bytes();
  }

  /** How many spans its files have; those that were sent twice may count twice. */
  public long spans() {
    return snapshots.present().rows();
  }

  /** How many files it has. */
  public int files() {
    return snapshots.present().files().size();
  }

  @Override
  public void write(List<KeptSpan> spans) throws StoreException {
    try {
      staging.write(spans);
    } catch (SQLException failed) {
      abandon();
      throw new StoreException("spans could not be written", failed);
    }
  }

  @Override
  public void sync() throws StoreException {
    if (staging.extent().rows() == 0) {
      return;
    }
    try {
      Path hour = Hour.directory(root, clock.instant());
      String query = "SELECT * FROM " + staging.table() + " ORDER BY " + FileWriter.ORDER;
      replaceStaging(List.of(files.write(writing, query, hour, staging.extent())));
    } catch (SQLException | IOException failed) {
      abandon();
      throw new StoreException("spans could not be written to a file", failed);
    }
  }

  /** Whoever writes begins again after a failure, so what is staged would be there twice. */
  private void abandon() throws StoreException {
    try {
      replaceStaging(List.of());
    } catch (SQLException failed) {
      throw new StoreException("the database has failed", failed);
    }
  }

  private void replaceStaging(List<DataFile> written) throws SQLException {
    Staging full = staging;
    staging = newStaging();
    snapshots.change(
        now -> now.with(List.of(), written).withStaging(staging.table()), () -> drop(full));
  }

  /** Run by whoever was the last to read it. */
  private void drop(Staging staged) {
    try (DuckDBConnection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE " + staged.table());
      freeTables.add(staged.table());
    } catch (SQLException failed) {
      LOGGER.log(Level.FINE, "a table is left over in memory", failed);
    }
  }

  /**
   * Deletes what is kept no longer, and puts small files together. For one thread, of any time.
   *
   * @throws StoreException where a part of it failed; all spans are still there
   */
  void keepHouse(Retention retention) throws StoreException {
    forget(retention.expired(snapshots.present().files(), clock.instant()), List.of());
    List<DataFile> chosen = Compaction.choose(snapshots.present().files(), clock.instant());
    while (!chosen.isEmpty()) {
      compact(chosen);
      chosen = Compaction.choose(snapshots.present().files(), clock.instant());
    }
  }

  /**
   * One file after another, on one thread and in a database of its own: to sort them, or to have
   * several threads do it, would take all the memory that there is.
   */
  private void compact(List<DataFile> chosen) throws StoreException {
    try (Database own = Database.start(memory / 2, root.resolveSibling("tmp-compaction"));
        DuckDBConnection connection = own.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = 1");
      Path hour = chosen.get(0).hour();
      Extent extent = Extent.of(chosen);
      forget(chosen, List.of(files.write(connection, Sql.files(chosen), hour, extent)));
    } catch (SQLException | IOException failed) {
      throw new StoreException(chosen.size() + " files could not be put together", failed);
    }
  }

  private void forget(List<DataFile> gone, List<DataFile> added) {
    if (!gone.isEmpty()) {
      snapshots.change(now -> now.with(gone, added), () -> gone.forEach(DuckStore::delete));
    }
  }

  /** What cannot be deleted is found again by the next process. */
  private static void delete(DataFile file) {
    try {
      Files.deleteIfExists(file.path());
    } catch (IOException failed) {
      LOGGER.log(Level.FINE, "a file is left over", failed);
    }
  }

  /** Gives up what is not synced. */
  @Override
  public void close() {
    try {
      writing.close();
      database.close();
      lock.close();
    } catch (SQLException | IOException failed) {
      LOGGER.log(Level.FINE, "the database did not stop cleanly", failed);
    }
  }
}

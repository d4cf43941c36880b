// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.console.Requests;
import dev.clew.console.store.Search;
import dev.clew.console.store.SpanReader;
import dev.clew.console.store.SpanStoreContract;
import dev.clew.console.store.SpanWriter;
import dev.clew.console.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckStoreTest extends SpanStoreContract {

  private static final Retention FOR_EVER = new Retention(Duration.ofDays(1000), Long.MAX_VALUE);

  @TempDir Path directory;
  private DuckStore store;
  private Instant now = Instant.parse("2026-11-23T10:00:00Z");

  @BeforeEach
  void open() throws StoreException {
    store = DuckStore.open(directory, 128 << 20, clock(), 1);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected SpanWriter writer() {
    return store;
  }

  @Override
  protected SpanReader reader() {
    return store.reader();
  }

  @Override
  protected void crash() throws StoreException {
    store.close();
    open();
  }

  @Test
  void anyDuckDbReadsTheFiles() throws Exception {
    write("shop", Requests.span(1, 1).addAttributes(Requests.text("user.id", "7")).build());
    writer().sync();

    try (Connection plain = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = plain.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT trace_id, service, duration_ns, attributes->>'user.id' FROM '%s/spans/*/*.parquet'"
                    .formatted(directory))) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo(Requests.traceId(1));
      assertThat(rows.getString(2)).isEqualTo("shop");
      assertThat(rows.getLong(3)).isEqualTo(1_000);
      assertThat(rows.getString(4)).isEqualTo("7");
    }
  }

  /** Their spans have no column for links, and are found by all else. */
  @Test
  void filesOfAnEarlierVersionAreReadAndPutTogetherWithOthers() throws Exception {
    syncEach(1, Compaction.WIDTH - 1);
    withoutLinks(paths());
    crash();
    assertThat(ids(Search.all(20))).hasSize(Compaction.WIDTH - 1);

    write("shop", Requests.span(100, 100).addLinks(Requests.link(1, 1)).build());
    writer().sync();
    store.keepHouse(FOR_EVER);

    assertThat(paths()).hasSize(1);
    assertThat(ids(Search.all(20))).hasSize(Compaction.WIDTH);
    assertThat(ids(Search.all(20).withLink(Requests.traceId(1)))).containsExactly(100);
  }

  private static void withoutLinks(List<Path> files) throws Exception {
    try (Connection plain = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = plain.createStatement()) {
      for (Path file : files) {
        statement.execute("CREATE TABLE old AS SELECT * EXCLUDE links FROM '%s'".formatted(file));
        statement.execute("COPY old TO '%s' (FORMAT parquet)".formatted(file));
        statement.execute("DROP TABLE old");
      }
    }
  }

  @Test
  void searchThatLooksAtTheLatestFirstFindsTheSameTraces() throws Exception {
    SplittableRandom random = new SplittableRandom(6);
    Map<Integer, Long> latest = new TreeMap<>();
    for (int file = 0; file < 6; file++) {
      for (int i = 0; i < 30; i++) {
        int trace = 1 + random.nextInt(40);
        long start = random.nextInt(100) * 1_000_000_000L;
        write("shop", Requests.span(trace, 30 * file + i).setStartTimeUnixNano(start).build());
        latest.merge(trace, start, Math::max);
      }
      writer().sync();
    }
    List<Integer> expected =
        latest.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();

    for (int limit : new int[] {1, 3, 10, 39, 100}) {
      assertThat(ids(Search.all(limit)))
          .isEqualTo(expected.subList(0, Math.min(limit, expected.size())));
    }
  }

  @Test
  void smallFilesOfAnHourBecomeOne() throws Exception {
    syncEach(1, Compaction.WIDTH);
    store.keepHouse(FOR_EVER);

    assertThat(paths()).hasSize(1);
    assertThat(ids(Search.all(20))).hasSize(Compaction.WIDTH);
    crash();
    assertThat(ids(Search.all(20))).hasSize(Compaction.WIDTH);
  }

  @Test
  void hourThatIsOverBecomesOneFile() throws Exception {
    syncEach(1, 2);
    store.keepHouse(FOR_EVER);
    assertThat(paths()).hasSize(2);

    now = now.plus(Duration.ofHours(1)).plusMillis(1);
    store.keepHouse(FOR_EVER);
    assertThat(paths()).hasSize(1);
  }

  @Test
  void readersKeepWhatTheyBeganWith() throws Exception {
    syncEach(1, Compaction.WIDTH);
    try (Snapshots.Lease lease = store.snapshots().lease()) {
      store.keepHouse(FOR_EVER);

      assertThat(lease.catalogue().files()).allMatch(file -> Files.exists(file.path()));
      assertThat(paths()).hasSize(Compaction.WIDTH + 1);
    }
    assertThat(paths()).hasSize(1);
  }

  @Test
  void hoursThatAreTooOldGo() throws Exception {
    syncEach(1, 1);
    now = now.plus(Duration.ofHours(5));
    syncEach(2, 2);
    store.keepHouse(new Retention(Duration.ofHours(3), Long.MAX_VALUE));

    assertThat(ids(Search.all(20))).containsExactly(2);
    assertThat(paths()).hasSize(1);
  }

  @Test
  void oldestGoWhenThereIsTooMuch() throws Exception {
    syncEach(1, 3);
    long each = store.bytes() / 3;
    store.keepHouse(new Retention(Duration.ofDays(1000), 2 * each + each / 2));

    assertThat(ids(Search.all(20))).containsExactly(3, 2);
  }

  @Test
  void whatACrashLeavesHalfDoneIsNoHarm() throws Exception {
    syncEach(1, 1);
    Path file = paths().get(0);
    Files.writeString(Path.of(file + FileWriter.UNFINISHED), "half");
    // As when a crash comes between putting files together and deleting them.
    Files.copy(file, file.resolveSibling(file.getFileName().toString().replaceFirst("1", "2")));
    Files.createDirectories(directory.resolve("spans/somebody-elses"));
    crash();

    assertThat(paths()).hasSize(2);
    assertThat(ids(Search.all(20))).containsExactly(1);
    assertThat(reader().spans(List.of(Requests.traceId(1)))).hasSize(1);
  }

  @Test
  void failedSyncLeavesNothingTwice() throws Exception {
    Path spans = directory.resolve("spans");
    write("shop", Requests.span(1, 1).build());
    Files.delete(spans);
    Files.writeString(spans, "in the way");
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> writer().sync())
        .isInstanceOf(StoreException.class);
    Files.delete(spans);
    Files.createDirectory(spans);
    write("shop", Requests.span(1, 1).build());
    writer().sync();

    assertThat(store.spans()).isEqualTo(1);
  }

  private void syncEach(int first, int last) throws StoreException {
    for (int i : IntStream.rangeClosed(first, last).toArray()) {
      write("shop", Requests.span(i, i).build());
      writer().sync();
    }
  }

  private List<Path> paths() throws IOException {
    try (Stream<Path> paths = Files.walk(directory.resolve("spans"))) {
      return paths.filter(path -> path.toString().endsWith(".parquet")).sorted().toList();
    }
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now;
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }
}

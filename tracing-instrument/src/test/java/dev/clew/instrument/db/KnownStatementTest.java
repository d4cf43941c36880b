// SPDX-License-Identifier: Apache-2.0
package dev.clew.instrument.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.instrument.InstrumentOptions.QueryText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KnownStatementTest {

  private static final int KEPT = 8;
  private static final int THREADS = 4;
  private static final int ROUNDS = 500;

  private final KnownStatement statement = statement();

  @Test
  void theExecutionsOfAFewDatabasesAreKept() {
    List<Execution> first = all(KEPT);

    assertThat(all(KEPT)).zipSatisfy(first, (again, kept) -> assertThat(again).isSameAs(kept));
  }

  @Test
  void oneMoreTakesThePlaceOfAll() {
    List<Execution> first = all(KEPT);
    Execution more = statement.execution(database(KEPT), false, 1);

    assertThat(statement.execution(database(KEPT), false, 1)).isSameAs(more);
    assertThat(all(KEPT - 1))
        .isEqualTo(first.subList(0, KEPT - 1))
        .zipSatisfy(
            first.subList(0, KEPT - 1),
            (again, forgotten) -> assertThat(again).isNotSameAs(forgotten));
    assertThat(statement.execution(database(KEPT), false, 1)).isSameAs(more);
  }

  @Test
  void preparedOnesAndOthersAreKeptApartAndBatchesNotAtAll() {
    Execution prepared = statement.execution(database(0), true, 1);

    assertThat(statement.execution(database(0), false, 1)).isNotSameAs(prepared);
    assertThat(statement.execution(database(0), true, 1)).isSameAs(prepared);
    assertThat(statement.execution(database(0), true, 7).spanName()).startsWith("BATCH ");
    assertThat(statement.execution(database(0), true, 1)).isSameAs(prepared);
  }

  /** In every round all ask a new statement at once, each for another database first. */
  @Test
  void threadsThatAddAtOnceGetWhatTheyAskedFor() throws Exception {
    KnownStatement[] statements = new KnownStatement[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      statements[i] = statement();
    }
    CyclicBarrier round = new CyclicBarrier(THREADS);
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Void>> threads = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int own = thread;
        threads.add(
            () -> {
              for (KnownStatement each : statements) {
                round.await();
                for (int i = 0; i <= KEPT; i++) {
                  Database asked = database((own * 3 + i) % (KEPT + 2));
                  Execution execution = each.execution(asked, false, 1);
                  assertThat(execution.database()).isEqualTo(asked);
                  assertThat(execution.spanName()).isEqualTo("SELECT t");
                }
              }
              return null;
            });
      }
      for (Future<Void> done : pool.invokeAll(threads)) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private List<Execution> all(int databases) {
    return IntStream.range(0, databases)
        .mapToObj(i -> statement.execution(database(i), false, 1))
        .toList();
  }

  private static KnownStatement statement() {
    return new KnownStatement("SELECT a FROM t", SqlDialect.H2, QueryText.AUTO);
  }

  private static Database database(int number) {
    return new Database("h2database", SqlDialect.H2, "db" + number, null, -1, null, null);
  }
}

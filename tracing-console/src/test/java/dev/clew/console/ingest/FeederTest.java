// SPDX-License-Identifier: Apache-2.0
package dev.clew.console.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.clew.console.Requests;
import dev.clew.console.log.WriteAheadLog;
import dev.clew.console.store.KeptSpan;
import dev.clew.console.store.SpanWriter;
import dev.clew.console.store.StoreException;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeederTest {

  /** Keeps what is synced; fails as often as it is told to. */
  private static final class FragileStore implements SpanWriter {
    final List<String> synced = Collections.synchronizedList(new ArrayList<>());
    private final List<String> written = new ArrayList<>();
    volatile int failuresOfWrite;
    volatile int failuresOfSync;

    @Override
    public void write(List<KeptSpan> spans) throws StoreException {
      if (failuresOfWrite-- > 0) {
        written.clear();
        throw new StoreException("cannot write", null);
      }
      spans.forEach(span -> written.add(span.spanId()));
    }

    @Override
    public void sync() throws StoreException {
      if (failuresOfSync-- > 0) {
        written.clear();
        throw new StoreException("cannot sync", null);
      }
      synced.addAll(written);
      written.clear();
    }
  }

  @TempDir Path directory;
  private final FragileStore store = new FragileStore();
  private WriteAheadLog log;
  private Feeder feeder;
  private Thread thread;

  @BeforeEach
  void open() throws Exception {
    log = WriteAheadLog.open(directory, 1 << 20, false);
  }

  @AfterEach
  void close() throws Exception {
    feeder.stop();
    thread.join();
    log.close();
  }

  @Test
  void storesInOrderAndEmptiesTheLog() throws Exception {
    append(1, 2, 3);
    start(2);

    await().until(() -> store.synced.size() >= 2);
    feeder.stop();
    thread.join();
    assertThat(store.synced).containsExactly(id(1), id(2), id(3));
    assertThat(log.waiting()).isZero();
  }

  @Test
  void beginsAgainWithWhatIsNotSyncedWhenTheStoreFails() throws Exception {
    store.failuresOfWrite = 1;
    store.failuresOfSync = 2;
    append(1, 2);
    start(2);

    await().until(() -> store.synced.size() >= 2);
    assertThat(store.synced).containsExactly(id(1), id(2));
  }

  @Test
  void whatTheStoreDoesNotTakeStaysInTheLogAtTheEnd() throws Exception {
    store.failuresOfWrite = Integer.MAX_VALUE;
    append(1);
    start(1);
    feeder.stop();
    thread.join();

    assertThat(log.waiting()).isPositive();
  }

  private void start(int flush) {
    IngestMetrics metrics = new IngestMetrics(new PrometheusRegistry(), log);
    FlushPolicy policy = new FlushPolicy(flush, Duration.ofHours(1));
    feeder = new Feeder(log, store, spans -> {}, metrics, policy, System::nanoTime);
    thread = new Thread(feeder);
    thread.start();
  }

  private void append(long... spans) throws Exception {
    for (long span : spans) {
      log.append(Requests.of("shop", Requests.span(1, span).build()).toByteArray());
    }
  }

  private static String id(long number) {
    return String.format("%016x", number);
  }
}
